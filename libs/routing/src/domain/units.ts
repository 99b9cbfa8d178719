import type { WorkKind } from './choose-agent.js';

/**
 * How much of an agent's capacity (100 by default) work takes, unless configured otherwise: one call, three chats, five
 * mails. A ticket that came by phone is written work like any other; `call` is the live one.
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
