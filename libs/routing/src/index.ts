// For: who gets what, and why: waiting work, presence, capacity, offers.
// Begin reading at: domain/choose-agent.ts, then router.service.ts.
// Never: changes a ticket but for its assignee.
export * from './agent-profiles.js';
export * from './chat-work.service.js';
export * from './counter-work.service.js';
export * from './decisions.service.js';
export * from './dry-run.service.js';
export * from './offers.service.js';
export * from './presence.service.js';
export * from './roster.service.js';
export * from './route-call.service.js';
export * from './round-reader.js';
export * from './router.service.js';
export * from './queue-hours.service.js';
export * from './reassign.service.js';
export * from './reorder-work.service.js';
export * from './return-work.service.js';
export * from './routing-config.service.js';
export * from './routing.module.js';
export * from './rules-admin.service.js';
export * from './rules-schema.js';
export * from './served-queues.service.js';
export * from './skill-admin.service.js';
export * from './domain/candidates.js';
export * from './domain/check-rules.js';
export * from './domain/choose-agent.js';
export * from './domain/dry-run.js';
export * from './domain/dry-run-figures.js';
export * from './domain/presence-lifecycle.js';
export * from './domain/queue-rules.js';
export * from './domain/requirements.js';
export * from './domain/round-record.js';
export * from './domain/route-round.js';
export * from './domain/routing-rules.js';
export * from './domain/units.js';
export * from './domain/urgency.js';
export * from './domain/who-can-serve.js';
