import type { PoolClient } from 'pg';
import type { EventPayloads, EventType } from '#wasl/contracts';
import { mergeInserts, type Statement } from './merge-inserts.js';
import { prepared } from './prepared.js';

/** An open transaction: run statements, say what happened. Lives only inside `UnitOfWork.run`. */
export class Tx {
  /** @internal events that leave with the commit */
  readonly events: { type: EventType; data: EventPayloads[EventType] }[] = [];
  private sent: Promise<unknown>[] = [];
  private inserts: Statement[] = [];

  constructor(
    private readonly client: PoolClient,
    /** one moment for the whole transaction, by the database's time */
    readonly now: Date,
  ) {}

  /** Runs a statement and waits for its rows. */
  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    this.sendInserts();
    this.gather();
    const result = await this.client.query<Row>(prepared(text, values));
    return result.rows;
  }

  /**
   * Sends a statement whose rows nobody needs, without waiting: it shares a round trip with what follows. If it fails,
   * everything after it in the transaction fails too, and the commit with its error.
   */
  send(text: string, values: unknown[] = []): void {
    this.sendInserts();
    this.gather();
    void this.keep(this.client.query(prepared(text, values)));
  }

  /**
   * Leaves rows to be written before the next statement or the commit, as one statement with all others that are left
   * until then. `text` is a plain INSERT that reads nothing the others write, and whose rows nobody needs.
   */
  insert(text: string, values: unknown[]): void {
    this.inserts.push({ text, values });
  }

  /** @internal */
  sendPlain(text: string): Promise<{ command: string }> {
    this.sendInserts();
    this.gather();
    return this.keep(this.client.query(text));
  }

  /** Records an event; it is stored with the transaction and delivered after the commit, at least once. */
  emit<T extends EventType>(type: T, data: EventPayloads[T]): void {
    this.events.push({ type, data });
  }

  /** @internal waits for what was sent. @throws the first failure, rather than those it caused */
  async settled(): Promise<void> {
    const results = await Promise.allSettled(this.sent);
    this.sent = [];
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private sendInserts(): void {
    if (this.inserts.length === 0) return;
    const { text, values } = mergeInserts(this.inserts);
    this.inserts = [];
    this.gather();
    void this.keep(this.client.query(prepared(text, values)));
  }

  private keep<T>(statement: Promise<T>): Promise<T> {
    // Reported by settled(); without this Node would take it for an error that nobody handles.
    statement.catch(() => undefined);
    this.sent.push(statement);
    return statement;
  }

  /** Statements of one turn of the event loop leave in one write: a system call is dearer than a small statement. */
  private gather(): void {
    const { stream } = (
      this.client as unknown as { connection: { stream: NodeJS.WritableStream & Corkable } }
    ).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}

interface Corkable {
  cork(): void;
  uncork(): void;
}
