/*
 * Which step of a contact a statement or a piece of code belongs to.
 */

export const STEPS = [
  'accept',
  'store',
  'dispatch',
  'project',
  'live',
  'index',
  'notify',
  'send',
  'check sender',
  'route',
  'take',
  'job queues',
  'transactions',
  'driver of PostgreSQL',
  'runtime',
  'other',
] as const;

/** By what their text holds; the first that fits. */
const STATEMENTS: [RegExp, string][] = [
  [
    /bullmq|\b(add_jobs?(_bulk)?|move_to_\w+|next_signal|extend_locks?|move_stalled_jobs_to_wait|job_scheduler)\b/,
    'job queues',
  ],
  [/\b(add_job_scheduler|update_job_scheduler_next_millis|FROM job WHERE|FROM meta WHERE)\b/, 'job queues'],
  [/^(BEGIN|COMMIT|ROLLBACK)\b/i, 'transactions'],
  [/DELETE FROM outbox|UPDATE outbox/, 'dispatch'],
  [/INSERT INTO (ticket|requester|inbound_mail|message) /, 'store'],
  [/pg_notify|NOTIFY|socket_io/i, 'live'],
  [/INTO live_|FROM live_|FROM queue q LEFT JOIN queue_counter/, 'live'],
  [/ticket_search|string_agg\(body/, 'index'],
  [
    /queue_counter|_quarter|_fact\b|contact_breakdown|queue_day|settlement|agent_now|open311_update|audit_/,
    'project',
  ],
  [/w\.arrived_at AS "arrivedAt", w\.channel, w\.interaction_id IS NOT NULL/, 'project'],
  [/UPDATE outgoing_mail|FROM outgoing_mail WHERE id IN|FROM attachment/, 'send'],
  [
    /INTO outgoing_mail|FROM outgoing_mail WHERE recipient|rate_limit|r\.name AS "requesterName"|advisory_xact|message_template|FROM mail_thread|notice_withheld/,
    'notify',
  ],
  [/UPDATE inbound_mail (i )?SET check|raw_sha256 AS sha256 FROM inbound_mail/, 'check sender'],
  [/INTO offer|routing_round|^WITH RECURSIVE kinds|FROM presence p JOIN staff/, 'route'],
  [
    /UPDATE offer|FROM offer o JOIN work|UPDATE presence|FROM presence|UPDATE work|FROM work|UPDATE ticket|FROM ticket/,
    'take',
  ],
  [/FROM inbound_mail|requester_address|nextval|INTO outbox|idempotency|INSERT INTO history/, 'store'],
  [/session|staff|token/, 'accept'],
];

/** @param text with every run of white space as one blank */
export function stepOfStatement(text: string): string {
  return STATEMENTS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

/** By where the code stands: of the functions of a stack, the innermost that is named here. */
const CODE: [RegExp, string][] = [
  [/platform\/src\/outbox\/outbox-dispatcher/, 'dispatch'],
  [/live-projection|libs\/reporting|libs\/audit|open311\/update-log/, 'project'],
  [/platform\/src\/live|socket\.io|engine\.io|node_modules\/ws\//, 'live'],
  [/search-index|search\.processor/, 'index'],
  [
    /mail-sender|compose-mail|mail-transport|mail-signer|mail-out\.processor|node_modules\/nodemailer/,
    'send',
  ],
  [/check-senders|mailauth/, 'check sender'],
  [/libs\/notifications|notifications\.processor/, 'notify'],
  [/routing\/src\/(offers|capacity|presence)|apps\/api\/src\/agents/, 'take'],
  [
    /routing\/src\/(ticket-work|work-store)|libs\/(tickets|requesters|interactions|sla)|email\/(mail-to-ticket|mail-record|thread-lookup)/,
    'store',
  ],
  [/libs\/routing|routing\.processor/, 'route'],
  [/libs\/channels|mail-intake|smtp-server|apps\/api|platform\/src\/(http|auth)|libs\/identity/, 'accept'],
];

/** For what is called by none of those. */
const SHARED: [RegExp, string][] = [
  [/platform\/src\/(database|outbox)|node_modules\/pg/, 'driver of PostgreSQL'],
  [/node_modules\/bullmq|platform\/src\/jobs/, 'job queues'],
  [
    /node_modules\/(@nestjs|express|router|body-parser|send|class-|pino|on-finished|finalhandler|rxjs)|_http_/,
    'accept',
  ],
];

const IDLE = ['(idle)', '(root)'];

/** @param stack the innermost first: files, and of what has none the name; null when nothing was done */
export function stepOfStack(stack: readonly string[]): string | null {
  if (IDLE.includes(stack[0]!)) return null;
  for (const places of [CODE, SHARED]) {
    for (const frame of stack) {
      const found = places.find(([pattern]) => pattern.test(frame));
      if (found) return found[1];
    }
  }
  return 'runtime';
}
