import type { Priority } from '#wasl/contracts';
import type { StickyFor, WorkKind } from './choose-agent.js';

/** Work as it was recorded. All times are in milliseconds since the epoch. */
export interface RecordedWork {
  id: string;
  queueId: string;
  kind: WorkKind;
  priority: Priority;
  language: string | null;
  /** from when the requester waits */
  arrivedAt: number;
  /** from when it was the rules' to give: later than it arrived when a counter had it first */
  entersAt: number;
  dueAt: number | null;
  vip: boolean;
  vulnerable: boolean;
  stickyAgentId: string | null;
  stickyFor: StickyFor | undefined;
  /** from acceptance until it was done, wrap-up of a call included */
  handleMs: number;
  /** the requester gave up, or would have, after so long; null: never */
  patienceMs: number | null;
  /** who had it, and since when, as it was; null: nobody */
  was: { agentId: string; answeredAt: number } | null;
  /** it came before the period: it takes room, but is not counted */
  carried: boolean;
  /**
   * Nobody was ever offered it and somebody had it all the same from the first: a desk of a service centre served it,
   * whoever noted it kept it, or it came back to its owner at work. It took that agent's time whatever the rules, and is
   * not counted.
   */
  unrouted: boolean;
}

/** What rules decide about, and what figures are made of. */
export const isCounted = ({ carried, unrouted }: RecordedWork) => !carried && !unrouted;

/** An agent as recorded: when they were at work, whatever with. */
export interface RecordedPerson {
  id: string;
  capacity: number;
  queueIds: ReadonlySet<string>;
  skills: Readonly<Record<string, number>>;
  entityId: string | null;
  kinds?: ReadonlySet<WorkKind>;
  interruptible: boolean;
  /** in order, without overlap */
  atWork: readonly { from: number; to: number }[];
}

export interface Recorded {
  from: number;
  to: number;
  work: readonly RecordedWork[];
  people: readonly RecordedPerson[];
}
