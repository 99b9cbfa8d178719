import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The pool that TypeORM keeps; statements of hot paths go to it directly, prepared and pipelined. */
export function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}
