import { constants, deflateRaw, inflateRaw, type ZlibOptions } from 'node:zlib';
import { promisify } from 'node:util';
import type { Tx } from '#wasl/platform';
import type { RoundRecord } from './domain/round-record.js';

const deflate = promisify<string, ZlibOptions, Buffer>(deflateRaw);
const inflate = promisify(inflateRaw);

/** Compressed for speed: the smallest form takes three times as long while a transaction is open. */
export const compressRecord = (record: RoundRecord): Promise<Buffer> =>
  deflate(JSON.stringify(record), { level: constants.Z_BEST_SPEED });
export const decompressRecord = async (packed: Buffer): Promise<RoundRecord> =>
  JSON.parse((await inflate(packed)).toString()) as RoundRecord;

export interface StoredRound {
  id: string;
  pool: string;
  /** version of the rules that applied */
  rulesVersion: number;
  /** the inputs of the decision, compressed */
  record: Buffer;
}

/** Stores the inputs of the choices of a round, so that they can be explained and replayed. */
export function saveRound(tx: Tx, { id, pool, rulesVersion, record }: StoredRound): void {
  tx.insert('INSERT INTO routing_round (id, pool, at, rules_version, record) VALUES ($1, $2, $3, $4, $5)', [
    id,
    pool,
    tx.now,
    rulesVersion,
    record,
  ]);
}
