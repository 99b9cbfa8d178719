import { Inject, Injectable } from '@nestjs/common';
import { readingDepths, needsDeeperRead } from './domain/reading-depth.js';
import { type Assignment, routeRound } from './domain/route-round.js';
import { type RoundInput, RoundReader, type RoundContext } from './round-reader.js';
import { RoundWriter } from './round-writer.js';

const MAX_ROUNDS = 20;
const EMPTY_ROUND = { made: 0, decided: 0 };

/** Offers waiting work to the agents best able to take it. */
@Injectable()
export class Router {
  constructor(
    @Inject(RoundReader) private readonly reader: RoundReader,
    @Inject(RoundWriter) private readonly writer: RoundWriter,
  ) {}

  /**
   * One round for a pool: reads, decides in memory, writes all offers in one statement. Rounds may run concurrently in
   * several processes: the statement takes only agents and work that are unchanged since they were read.
   * @returns how many offers were made
   */
  async round(pool: string): Promise<number> {
    return (await this.runRound(pool)).made;
  }

  /**
   * Repeats rounds until one loses no offer to a concurrent change; later changes wake the router again. Limited, so
   * that one pool does not keep the others waiting.
   */
  async route(pool: string): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const { made, decided } = await this.runRound(pool);
      if (made === decided) return;
    }
  }

  private async runRound(pool: string): Promise<{ made: number; decided: number }> {
    const context = await this.reader.readContext(pool);
    if (!context) return EMPTY_ROUND;
    const { input, assignments } = await this.decide(context);
    if (assignments.length === 0) return EMPTY_ROUND;
    return { made: await this.writer.write(pool, input, assignments), decided: assignments.length };
  }

  /** Reads only as deep as can make a difference: most waiting work is far from being next. */
  private async decide(context: RoundContext): Promise<{ input: RoundInput; assignments: Assignment[] }> {
    const { agents, held } = context;
    const rules = context.routing.round;
    let input: RoundInput = { ...context, waiting: [], truncated: [] };
    let assignments: Assignment[] = [];
    for (const depth of readingDepths(agents.length, context.queueIds.length)) {
      input = await this.reader.readWork(context, depth);
      assignments = routeRound(input.waiting, agents, rules, held);
      if (!needsDeeperRead({ ...input, rules }, assignments)) break;
    }
    return { input, assignments };
  }
}
