import pg from 'pg';
import { preparedStatement } from '../database/prepared-statement.js';

type Query = (config: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * A connection of BullMQ's. Its statements are a few fixed texts around functions; it sends them to be parsed and planned
 * anew each time, which costs more than most of them do.
 */
export class JobClient extends pg.Client {
  override query = ((config: unknown, values?: unknown, callback?: unknown): unknown => {
    const query = pg.Client.prototype.query.bind(this) as Query;
    if (typeof config !== 'string' || !Array.isArray(values)) return query(config, values, callback);
    return query(preparedStatement(config, values), callback);
  }) as pg.Client['query'];
}
