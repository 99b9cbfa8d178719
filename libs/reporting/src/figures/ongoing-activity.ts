import type { PresenceState } from '#wasl/contracts';
import type { Database } from '#wasl/platform';
import { activityOf, type AgentTime, type PresenceFact } from '../domain/figures/agent-time.js';
import type { TimeRange } from '../domain/figures/range.js';

/** What agents are doing, which is in no fact yet: of those of `queue`, or of all. */
export async function ongoingActivity(
  database: Pick<Database, 'query'>,
  { from, to }: TimeRange,
  queue: string | null,
): Promise<PresenceFact[]> {
  if (to <= from) return [];
  const rows = await database.query<{
    agentId: string;
    state: PresenceState;
    countedTo: Date;
    queues: string[];
    held: AgentTime['held'];
  }>(
    `SELECT agent_id AS "agentId", state, counted_to AS "countedTo", queues, held FROM agent_now
      WHERE state <> 'offline' AND counted_to < $1 AND ($2::text IS NULL OR $2 = ANY (queues))`,
    [new Date(to), queue],
  );
  return rows.map(({ agentId, countedTo, queues, ...agent }) => ({
    agentId,
    state: activityOf(agent),
    from: Math.max(from, countedTo.getTime()),
    to,
    queues,
  }));
}
