import type { Priority } from '#wasl/contracts';
import type { StickyFor, WorkKind } from './choose-agent.js';

/** A recorded work item. All times are in milliseconds since the epoch. */
export interface RecordedWork {
  id: string;
  queueId: string;
  kind: WorkKind;
  priority: Priority;
  language: string | null;
  /** from when the requester waits */
  arrivedAt: number;
  /** when it became routable: later than its arrival when it first waited at a counter */
  routableAt: number;
  dueAt: number | null;
  vip: boolean;
  vulnerable: boolean;
  /** the groups that may read its service, when that is restricted now */
  readerGroups?: readonly string[] | null;
  stickyAgentId: string | null;
  stickyFor: StickyFor | undefined;
  /** from acceptance until it was done, including the wrap-up of a call */
  handleMs: number;
  /** the requester gave up, or would have, after this time; null: never */
  patienceMs: number | null;
  /** the agent who had it, and since when; null: nobody */
  actual: { agentId: string; answeredAt: number } | null;
  /** it arrived before the period: it takes capacity, but is not counted */
  carriedOver: boolean;
  /**
   * It was never offered and an agent had it from the start: a counter served it, the agent who noted it kept it, or it
   * returned to its owner at work. It takes that agent's time under any rules, and is not counted.
   */
  unrouted: boolean;
}

/** Work that the rules decide about, and that is counted. */
export const isCounted = ({ carriedOver, unrouted }: RecordedWork) => !carriedOver && !unrouted;

/** A recorded agent: when they were at work. */
export interface RecordedShiftAgent {
  id: string;
  capacity: number;
  queueIds: ReadonlySet<string>;
  skills: Readonly<Record<string, number>>;
  entityId: string | null;
  groups?: readonly string[];
  kinds?: ReadonlySet<WorkKind>;
  interruptible: boolean;
  /** in order, without overlap */
  atWork: readonly { from: number; to: number }[];
}

export interface RecordedPeriod {
  from: number;
  to: number;
  work: readonly RecordedWork[];
  people: readonly RecordedShiftAgent[];
}
