import type { PoolClient } from 'pg';
import type { EventPayloads, EventType } from '#wasl/contracts';
import { mergeInserts, type Statement } from './merge-inserts.js';
import { preparedStatement } from './prepared-statement.js';

/** An open transaction: runs statements and records events. Valid only inside `UnitOfWork.run`. */
export class Tx {
  /** @internal events to store with the commit */
  readonly events: { type: EventType; data: EventPayloads[EventType] }[] = [];
  private sent: Promise<unknown>[] = [];
  private inserts: Statement[] = [];

  constructor(
    private readonly client: PoolClient,
    /** the time of the whole transaction, from the database's clock */
    readonly now: Date,
  ) {}

  /** Runs a statement and waits for its rows. */
  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    this.flushInserts();
    this.corkSocket();
    const result = await this.client.query<Row>(preparedStatement(text, values));
    return result.rows;
  }

  /**
   * Sends a statement without waiting for its result, so that it shares a round trip with what follows. If it fails,
   * everything after it in the transaction fails too, and the commit throws its error.
   */
  send(text: string, values: unknown[] = []): void {
    this.flushInserts();
    this.corkSocket();
    void this.track(this.client.query(preparedStatement(text, values)));
  }

  /**
   * Queues an INSERT. All queued INSERTs are merged into one statement before the next statement or the commit. `text`
   * is a plain INSERT without RETURNING that reads nothing the other INSERTs write.
   */
  insert(text: string, values: unknown[]): void {
    this.inserts.push({ text, values });
  }

  /** @internal */
  sendUnprepared(text: string): Promise<{ command: string }> {
    this.flushInserts();
    this.corkSocket();
    return this.track(this.client.query(text));
  }

  /** Records an event; it is stored with the transaction and delivered after the commit, at least once. */
  emit<T extends EventType>(type: T, data: EventPayloads[T]): void {
    this.events.push({ type, data });
  }

  /** @internal waits for all sent statements. @throws the first error, not the errors that followed from it */
  async awaitSent(): Promise<void> {
    const results = await Promise.allSettled(this.sent);
    this.sent = [];
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private flushInserts(): void {
    if (this.inserts.length === 0) return;
    const { text, values } = mergeInserts(this.inserts);
    this.inserts = [];
    this.corkSocket();
    void this.track(this.client.query(preparedStatement(text, values)));
  }

  private track<T>(statement: Promise<T>): Promise<T> {
    // settled() reports the error; without this handler Node would see an unhandled rejection.
    statement.catch(() => undefined);
    this.sent.push(statement);
    return statement;
  }

  /** Corks the socket so that all statements of one tick go out in one write: a system call costs more than a small statement. */
  private corkSocket(): void {
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
