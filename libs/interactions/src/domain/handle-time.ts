/** The times of a conversation; null is not yet, or never. */
export interface ConversationTimes {
  startedAt: Date;
  /** an agent's telephone began to ring */
  ringingSince: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  /** seconds, of completed holds */
  holdSeconds: number;
  heldSince: Date | null;
  /** seconds, of completed after-call work */
  acwSeconds: number;
  acwSince: Date | null;
}

/** In whole seconds. */
export interface HandleTime {
  /** from arrival until the answer or the end */
  wait: number;
  /** the part of it in which an agent's telephone rang */
  ring: number;
  talk: number;
  hold: number;
  acw: number;
  /** talk + hold + after-call work */
  handle: number;
}

const seconds = (from: Date, to: Date) => Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));

/** How long each part of a conversation took, or has taken so far. */
export function handleTime(times: ConversationTimes, now: Date): HandleTime {
  const { startedAt, ringingSince, answeredAt, endedAt, heldSince, acwSince } = times;
  const waited = answeredAt ?? endedAt ?? now;
  const hold = times.holdSeconds + (heldSince ? seconds(heldSince, endedAt ?? now) : 0);
  const talk = answeredAt ? Math.max(0, seconds(answeredAt, endedAt ?? now) - hold) : 0;
  const acw = times.acwSeconds + (acwSince ? seconds(acwSince, now) : 0);
  return {
    wait: seconds(startedAt, waited),
    ring: ringingSince ? seconds(ringingSince, waited) : 0,
    talk,
    hold,
    acw,
    handle: talk + hold + acw,
  };
}
