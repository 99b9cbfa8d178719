import type { Client } from 'pg';

const SETTING = 'reference-data';

/**
 * Records in the database what has been seeded, so that each item is seeded once: later changes and deletions by an
 * administrator are kept.
 */
export class Seeder {
  private constructor(
    private readonly client: Client,
    private readonly done: Set<string>,
  ) {}

  static async open(client: Client): Promise<Seeder> {
    const { rows } = await client.query<{ value: string[] }>('SELECT value FROM setting WHERE key = $1', [
      SETTING,
    ]);
    return new Seeder(client, new Set(rows[0]?.value));
  }

  /** Runs `insert` unless this key has been seeded before. */
  async once(key: string, insert: () => Promise<unknown>): Promise<void> {
    if (this.done.has(key)) return;
    await insert();
    this.done.add(key);
  }

  /** Inserts one row. A row with the same key that an administrator created is kept. */
  async insertRow(table: string, row: Record<string, unknown>): Promise<void> {
    const columns = Object.keys(row);
    const places = columns.map((_, i) => `$${i + 1}`);
    const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')}) ON CONFLICT DO NOTHING`;
    await this.client.query(text, Object.values(row));
  }

  /** Sets columns of the row with this key, if it is there. */
  async updateRow(table: string, column: string, key: string, row: Record<string, unknown>): Promise<void> {
    const sets = Object.keys(row).map((name, i) => `${name} = $${i + 2}`);
    await this.client.query(`UPDATE ${table} SET ${sets.join(', ')} WHERE ${column} = $1`, [
      key,
      ...Object.values(row),
    ]);
  }

  /** Gives a queue its numbers, unless an administrator has given it some, or one of them to another queue. */
  async giveDialNumbers(queueKey: string, numbers: string[]): Promise<void> {
    await this.client.query(
      `UPDATE queue SET dial_numbers = $2, version = version + 1
        WHERE key = $1 AND dial_numbers = '{}' AND NOT EXISTS (SELECT 1 FROM queue WHERE dial_numbers && $2)`,
      [queueKey, numbers],
    );
  }

  /** The id of the row with this key, or undefined when an administrator has removed it. */
  async idOf(table: string, column: string, key: string): Promise<string | undefined> {
    const { rows } = await this.client.query<{ id: string }>(`SELECT id FROM ${table} WHERE ${column} = $1`, [
      key,
    ]);
    return rows[0]?.id;
  }

  async close(): Promise<void> {
    await this.client.query(
      `INSERT INTO setting (key, value) VALUES ($1, $2)
       ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = now() WHERE setting.value <> EXCLUDED.value`,
      [SETTING, JSON.stringify([...this.done])],
    );
  }
}
