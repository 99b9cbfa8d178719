import pg from 'pg';

/**
 * The SQL statements that this process sends while `act` runs, except the outbox wake-up and BullMQ's own.
 * Counted at the driver, so that every layer is included.
 */
export async function countStatements(act: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { prototype } = pg.Client as unknown as { prototype: { query: (...args: unknown[]) => unknown } };
  const original = prototype.query;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [config] = args;
    const text =
      typeof config === 'string' ? config : ((config as { text?: string } | undefined)?.text ?? '');
    if (!/pg_notify|bullmq|clock_timestamp/.test(text)) statements.push(text);
    return original.apply(this, args);
  };
  try {
    await act();
  } finally {
    prototype.query = original;
  }
  return statements;
}
