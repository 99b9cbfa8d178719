import { Inject, Injectable } from '@nestjs/common';
import { routeRound } from './domain/route-round.js';
import { RoundReader } from './round-reader.js';
import { RoundWriter } from './round-writer.js';

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
    const input = await this.reader.read(pool);
    if (!input) return 0;
    const assignments = routeRound(input.waiting, input.agents, input.routing.round, input.held);
    return assignments.length === 0 ? 0 : this.writer.write(pool, input, assignments);
  }
}
