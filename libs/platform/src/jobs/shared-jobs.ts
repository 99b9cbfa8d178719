import { PostgresConnection, PostgresQueueBackend } from 'bullmq';
import { JobClient } from './job-client.js';

/**
 * The connections of all job queues, or of all workers, of a process. BullMQ would open a pool for each, and for each
 * worker a connection that listens; every notification wakes every connection that listens for anything.
 */
export function connectJobs(url: string, max: number): PostgresConnection {
  const connection = new PostgresConnection({
    connectionString: url,
    max,
    application_name: 'wasl-jobs',
    // Workers begin to listen all at once, on one connection.
    pipeline: true,
    Client: JobClient,
    // What a crash takes back is a job that is done again, or one whose event still lies in the outbox.
    options: '-c synchronous_commit=off',
  } as ConstructorParameters<typeof PostgresConnection>[0]);
  // Each queue listens to it.
  return connection.setMaxListeners(0);
}

/** Of a queue or a worker whose connection is one of `connectJobs`. */
export const sharedJobsBackend = (name: string, options: { connection: PostgresConnection }) =>
  new SharedJobsBackend(options.connection, name, options as never);

/** A queue on connections that it has in common with others: closing it leaves them open. */
class SharedJobsBackend extends PostgresQueueBackend {
  override close(): Promise<void> {
    return (this.closing ??= this.disconnectBlocking());
  }

  override disconnect(): Promise<void> {
    return this.disconnectBlocking();
  }
}
