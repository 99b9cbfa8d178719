import type pg from 'pg';

/** What is taken off while rows are loaded, and put back at the end in the same transaction. */
export interface SchemaChecks {
  suspend(): Promise<void>;
  restore(): Promise<void>;
}

interface Item {
  off: string;
  on: string;
}

/**
 * Foreign keys (tables refer to each other in circles), indexes that are no constraints (built at once they take a part
 * of the time), and triggers such as the one that keeps the audit trail append-only. An owner who is no superuser cannot
 * switch the checks of foreign keys off, so the keys themselves are dropped and made again, which checks every row.
 */
export async function readSchemaChecks(client: pg.Client): Promise<SchemaChecks> {
  const keys = await items(client, FOREIGN_KEYS);
  const indexes = await items(client, INDEXES);
  const triggers = await items(client, TRIGGERS);
  return {
    async suspend() {
      for (const { off } of [...keys, ...indexes, ...triggers]) await client.query(off);
    },
    async restore() {
      await client.query('SET CONSTRAINTS ALL IMMEDIATE');
      for (const { on } of [...triggers, ...indexes, ...keys]) await client.query(on);
    },
  };
}

async function items(client: pg.Client, statement: string): Promise<Item[]> {
  return (await client.query<Item>(statement)).rows;
}

const FOREIGN_KEYS = `
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS off,
  format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS on
FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
ORDER BY conrelid::regclass::text, conname`;

const INDEXES = `
SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS off, pg_get_indexdef(i.indexrelid) AS on
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND pg_has_role(c.relowner, 'USAGE')
  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype <> 'f')
ORDER BY i.indexrelid::regclass::text`;

const TRIGGERS = `
SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS off,
  format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass, CASE tgenabled WHEN 'A' THEN 'ALWAYS' ELSE '' END, tgname) AS on
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') AND c.relnamespace = 'public'::regnamespace
ORDER BY tgrelid::regclass::text, tgname`;
