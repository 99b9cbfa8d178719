import type { Client } from 'pg';

/**
 * BullMQ notes each step of each job in a table of events, for listeners of which we have none, and notifies them: five
 * rows and as many notifications for a job, each of which wakes every connection that listens for anything. Its function
 * for that is put out of action; BullMQ's own migrations, which may make it anew, come before this.
 */
export async function leaveOutJobEvents(owner: Client): Promise<void> {
  await owner.query(`
    CREATE OR REPLACE FUNCTION bullmq.publish_event(p_queue text, p_event text, p_data jsonb) RETURNS bigint
    LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint'`);
  await owner.query('DELETE FROM bullmq.event');
}
