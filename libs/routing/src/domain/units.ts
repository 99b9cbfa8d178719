import type { WorkKind } from './choose-agent.js';

/**
 * How much of an agent's capacity (100 by default) each kind of work takes, unless configured: one call, three chats,
 * five mails. A ticket that came by phone is written work; `call` is a live call.
 */
export const DEFAULT_UNITS: Readonly<Record<WorkKind, number>> = {
  call: 100,
  phone: 20,
  email: 20,
  web: 20,
  mobile: 20,
  counter: 20,
  chat: 34,
  open311: 20,
  api: 20,
};
