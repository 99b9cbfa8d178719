/**
 * The first items of each segment (queue and language) in their order. Times are read as numbers, which is cheaper than
 * dates. Segments are found by skipping along the index, so that a million items in a language that no free agent speaks
 * neither hide other work nor cost time.
 */
const waitingWork = (by: { outer: string; inner: string; join: string; condition: string }) => `
WITH RECURSIVE kinds AS (
  SELECT q.id AS queue_id,
         (SELECT coalesce(w.language, '') FROM work w WHERE w.queue_id = q.id AND w.state = 'waiting'
           ORDER BY coalesce(w.language, '') LIMIT 1) AS language
    FROM unnest($1::uuid[]) AS q (id)
  UNION ALL
  SELECT k.queue_id,
         (SELECT coalesce(w.language, '') FROM work w WHERE w.queue_id = k.queue_id AND w.state = 'waiting'
             AND coalesce(w.language, '') > k.language ORDER BY coalesce(w.language, '') LIMIT 1)
    FROM kinds k WHERE k.language IS NOT NULL
)
SELECT w.id, w.version, w.queue_id AS "queueId", w.channel AS kind, w.units, w.priority, w.language,
       extract(epoch FROM $3::timestamptz - w.waiting_since)::float8 AS "waitedSeconds",
       extract(epoch FROM w.due_at - $3::timestamptz)::float8 AS "dueInSeconds", w.sticky_agent_id AS "stickyAgentId",
       w.sticky_for AS "stickyFor", p.state AS "stickyState", nullif(w.declined_by, '{}') AS "declinedBy",
       w.vip, w.vulnerable${by.outer}
  FROM kinds k CROSS JOIN LATERAL (
       SELECT w.*${by.inner} FROM work w${by.join}
        WHERE w.queue_id = k.queue_id AND coalesce(w.language, '') = k.language AND w.state = 'waiting'
          AND w.ticket_id IS NOT NULL AND NOT w.at_counter${by.condition}
        ORDER BY w.urgency_at, w.id LIMIT $2) w
  LEFT JOIN presence p ON p.staff_id = w.sticky_agent_id
 WHERE k.language IS NOT NULL
 ORDER BY w.urgency_at, w.id`;
/** For rounds in which no service is restricted. */
export const WAITING_WORK = waitingWork({ outer: '', inner: '', join: '', condition: '' });
/** Without the work of the given services, which no agent of the round may read. */
export const WAITING_WORK_BY_SERVICE = waitingWork({
  outer: ', w.service_id AS "serviceId"',
  inner: ', t.service_id',
  join: ' JOIN ticket t ON t.id = w.ticket_id',
  condition: ' AND (t.service_id IS NULL OR t.service_id <> ALL($4::uuid[]))',
});
