import type { Channel } from '#wasl/contracts';

/** How much of an agent's capacity (100 by default) a conversation on a channel takes: one call, three chats, five mails. */
export const UNITS: Record<Channel, number> = {
  phone: 20,
  email: 20,
  web: 20,
  mobile: 20,
  counter: 20,
  chat: 34,
  open311: 20,
  api: 20,
};

/** A live call; a ticket that came by phone is written work like any other. */
export const CALL_UNITS = 100;
