import { Inject, Injectable } from '@nestjs/common';
import { depthsFor, mustReadOn } from './domain/reading-depth.js';
import { type Assignment, routeRound } from './domain/route-round.js';
import { type RoundInput, RoundReader, type RoundScene } from './round-reader.js';
import { RoundWriter } from './round-writer.js';

const MOST_ROUNDS = 20;
const NOTHING = { made: 0, decided: 0 };

/** Offers waiting work to the agents best able to take it. */
@Injectable()
export class Router {
  constructor(
    @Inject(RoundReader) private readonly reader: RoundReader,
    @Inject(RoundWriter) private readonly writer: RoundWriter,
  ) {}

  /**
   * One round over a pool: reads, decides in memory, writes all offers in one statement. Rounds may run at once in
   * several processes: the statement takes only agents and work that are still as they were read.
   * @returns how many offers were made
   */
  async round(pool: string): Promise<number> {
    return (await this.once(pool)).made;
  }

  /**
   * Rounds until one loses nothing to somebody else: it gave out all that could be given, and what comes later wakes
   * the router by itself. Ends after so many, so that one pool does not keep the others waiting.
   */
  async route(pool: string): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const { made, decided } = await this.once(pool);
      if (made === decided) return;
    }
  }

  private async once(pool: string): Promise<{ made: number; decided: number }> {
    const scene = await this.reader.readScene(pool);
    if (!scene) return NOTHING;
    const { input, assignments } = await this.decide(scene);
    if (assignments.length === 0) return NOTHING;
    return { made: await this.writer.write(pool, input, assignments), decided: assignments.length };
  }

  /** Reads no deeper than makes a difference: most that waits long has many before it. */
  private async decide(scene: RoundScene): Promise<{ input: RoundInput; assignments: Assignment[] }> {
    const { agents, held } = scene;
    const rules = scene.routing.round;
    let input: RoundInput = { ...scene, waiting: [], cuts: [] };
    let assignments: Assignment[] = [];
    for (const depth of depthsFor(agents.length, scene.queueIds.length)) {
      input = await this.reader.readWork(scene, depth);
      assignments = routeRound(input.waiting, agents, rules, held);
      if (!mustReadOn({ ...input, rules }, assignments)) break;
    }
    return { input, assignments };
  }
}
