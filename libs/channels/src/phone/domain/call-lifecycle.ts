import type { CallEndCause } from '#wasl/contracts';
import type { CallDirection } from './call-event.js';

/** The state of a call. */
export interface Call {
  /** its newCall event was received; until then the parties come from the other events */
  announced: boolean;
  direction: CallDirection;
  /** null when withheld */
  from: string | null;
  /** the caller's digits as the PBX sent them, also when they are of no numbering plan */
  fromRaw: string | null;
  to: string | null;
  /** the queue as the PBX names it, which may be none of ours */
  queueNamed: string | null;
  queueId: string | null;
  /** extensions that ring */
  ringing: string[];
  /** since when an agent's phone rings; null while none does */
  ringingSince: Date | null;
  startedAt: Date;
  answeredAt: Date | null;
  answeringNumber: string | null;
  heldSince: Date | null;
  /** total of ended holds */
  holdSeconds: number;
  /** the target of a pending transfer, until it answers */
  transferringTo: string | null;
  endedAt: Date | null;
  cause: CallEndCause | null;
}

/** A reported event with normalized numbers and its queue looked up. */
export type CallFact =
  | ({
      event: 'newCall';
      direction: CallDirection;
      ringing: string[];
      /** its caller is blocked */
      rejected?: boolean;
    } & Parties)
  | ({ event: 'answer'; direction: CallDirection | null; answeringNumber: string | null } & Parties)
  | ({
      event: 'hangup';
      direction: CallDirection | null;
      cause: CallEndCause;
      /** given for answered calls */
      answeringNumber?: string | null;
    } & Parties)
  | ({ event: 'ring' | 'ringNoAnswer'; ringing: string[] } & Parties)
  | ({ event: 'hold' | 'resume' } & Parties)
  | ({ event: 'transfer'; transferTo: string } & Parties);

interface Parties {
  from: string | null;
  fromRaw: string | null;
  to: string | null;
  queueNamed?: string | null;
  queueId: string | null;
}

/** The effects of a fact outside the call itself. */
export type CallEffect =
  /** a new call rings: choose an agent, show who calls; once */
  | 'ring'
  /** the caller became known after it stopped ringing; once */
  | 'identify'
  /** another phone rings */
  | 'ringAt'
  /** a phone was not answered */
  | 'ringNoAnswer'
  /** the call was answered; once */
  | 'answer'
  /** the target of a transfer answered */
  | 'takeOver'
  /** the agent transferred the call */
  | 'transfer'
  /** hold began or ended */
  | 'held'
  /** it is over; once */
  | 'end'
  /** it was missed, and the caller can be called back; once */
  | 'callBack';

export interface CallStep {
  call: Call;
  effects: CallEffect[];
}

/**
 * Applies one fact to a call; `null` is an unknown call. PBXs repeat events and send them in any order, so nothing is
 * rejected: a repeated or late fact changes nothing. A hangup that names who answered implies the answer, so with it
 * every order gives the same call. Without it, only orders with the same sequence of answer and hangup do. More is
 * not possible: events carry no times, and an answer after the hangup is ignored, so a call whose hangup overtook its
 * answer counts as missed and its caller is called back once too often rather than never.
 */
export function applyFact(call: Call | null, fact: CallFact, at: Date): CallStep {
  switch (fact.event) {
    case 'newCall':
      return afterNewCall(call, fact, at);
    case 'answer':
      return afterAnswer(call, fact, at);
    case 'hangup':
      return afterHangup(call, fact, at);
    default:
      // These events come only for calls that we follow; for others there is nothing to change.
      return call && !call.endedAt
        ? applyInCallFact(call, fact, at)
        : { call: call ?? createCall(fact, at), effects: [] };
  }
}

/** An event that is noticed late happened before now, but not before what the call has been through. */
export function timeOf(at: Date | undefined, call: Call | null, now: Date): Date {
  if (!at || at > now) return now;
  const earliest = call?.heldSince ?? call?.answeredAt ?? call?.startedAt ?? at;
  return at < earliest ? earliest : at;
}

function afterNewCall(call: Call | null, fact: CallFact & { event: 'newCall' }, at: Date): CallStep {
  if (call?.announced) return unchanged(call);
  const { direction, from, fromRaw, to, queueNamed = null, queueId, ringing } = fact;
  const before = call ?? createCall(fact, at);
  const announced: Call = {
    ...before,
    announced: true,
    direction,
    from,
    fromRaw,
    to,
    queueNamed,
    queueId,
    ringing: ringing.length > 0 ? ringing : before.ringing,
    ringingSince: ringing.length > 0 ? (before.ringingSince ?? before.startedAt) : before.ringingSince,
  };
  // It reaches nobody and is owed to nobody, also when its end was told first.
  if (fact.rejected && !announced.answeredAt)
    return { call: { ...announced, endedAt: announced.endedAt ?? at, cause: 'rejected' }, effects: [] };
  if (!call) return { call: announced, effects: direction === 'in' ? ['ring'] : ['identify'] };
  return { call: announced, effects: isMissed(announced) ? ['identify', 'callBack'] : ['identify'] };
}

function afterAnswer(call: Call | null, fact: CallFact & { event: 'answer' }, at: Date): CallStep {
  if (call?.endedAt) return unchanged(call);
  const { answeringNumber } = fact;
  if (call?.answeredAt && call.transferringTo === null) return unchanged(call);
  // The transferring agent is still connected for a moment and may be reported again.
  if (call?.transferringTo && answeringNumber === call.answeringNumber) return unchanged(call);
  const before = call ?? createCall(fact, at);
  return {
    call: { ...before, answeredAt: before.answeredAt ?? at, answeringNumber, transferringTo: null },
    effects: [call?.transferringTo ? 'takeOver' : 'answer'],
  };
}

function afterHangup(call: Call | null, fact: CallFact & { event: 'hangup' }, at: Date): CallStep {
  if (call?.endedAt) return unchanged(call);
  const before = call ?? createCall(fact, at);
  const { cause, answeringNumber = null } = fact;
  const ended: Call = { ...afterHold(before, at), endedAt: at, cause };
  if (answeringNumber && before.answeredAt === null && cause === 'normalClearing') {
    return { call: { ...ended, answeredAt: at, answeringNumber }, effects: ['answer', 'end'] };
  }
  // Before the newCall event, direction and queue are unknown: that event decides later, or the sweep when none
  // comes.
  return { call: ended, effects: ended.announced && isMissed(ended) ? ['end', 'callBack'] : ['end'] };
}

type WatchedFact = Exclude<CallFact, { event: 'newCall' | 'answer' | 'hangup' }>;

function applyInCallFact(call: Call, fact: WatchedFact, at: Date): CallStep {
  switch (fact.event) {
    case 'ring': {
      const more = fact.ringing.filter((extension) => !call.ringing.includes(extension));
      if (more.length === 0 || (call.answeredAt && call.transferringTo === null)) return unchanged(call);
      const ringing = [...call.ringing, ...more];
      return { call: { ...call, ringing, ringingSince: call.ringingSince ?? at }, effects: ['ringAt'] };
    }
    case 'ringNoAnswer': {
      const left = call.ringing.filter((extension) => !fact.ringing.includes(extension));
      if (call.answeredAt || left.length === call.ringing.length) return unchanged(call);
      const ringingSince = left.length > 0 ? call.ringingSince : null;
      return { call: { ...call, ringing: left, ringingSince }, effects: ['ringNoAnswer'] };
    }
    case 'hold':
      if (!call.answeredAt || call.heldSince) return unchanged(call);
      return { call: { ...call, heldSince: at }, effects: ['held'] };
    case 'resume':
      return call.heldSince ? { call: afterHold(call, at), effects: ['held'] } : unchanged(call);
    case 'transfer':
      if (!call.answeredAt || call.transferringTo === fact.transferTo) return unchanged(call);
      return {
        call: { ...afterHold(call, at), transferringTo: fact.transferTo, ringing: [] },
        effects: ['transfer'],
      };
  }
}

function afterHold(call: Call, at: Date): Call {
  if (!call.heldSince) return call;
  const seconds = Math.max(0, Math.round((at.getTime() - call.heldSince.getTime()) / 1000));
  return { ...call, heldSince: null, holdSeconds: call.holdSeconds + seconds };
}

const unchanged = (call: Call): CallStep => ({ call, effects: [] });

/** A call first reported by its answer or hangup is stored too, as inbound unless stated otherwise. */
function createCall(fact: CallFact, at: Date): Call {
  return {
    announced: false,
    direction: ('direction' in fact && fact.direction) || 'in',
    from: fact.from,
    fromRaw: fact.fromRaw,
    // Only a newCall names the number dialled; see call-rows.ts.
    to: null,
    queueNamed: fact.queueNamed ?? null,
    queueId: fact.queueId,
    ringing: [],
    ringingSince: null,
    startedAt: at,
    answeredAt: null,
    answeringNumber: null,
    heldSince: null,
    holdSeconds: 0,
    transferringTo: null,
    endedAt: null,
    cause: null,
  };
}

/**
 * Whether the call was missed and can be called back. A forwarded call was answered elsewhere. A caller with a
 * withheld number cannot be called back; the call stays unhandled in the log until somebody marks it.
 */
export function isMissed(call: Call): boolean {
  return (
    call.direction === 'in' &&
    call.endedAt !== null &&
    call.answeredAt === null &&
    call.cause !== 'forwarded' &&
    call.cause !== 'rejected' &&
    callbackNumber(call) !== null
  );
}

/** Where the caller can be called back: digits of no numbering plan are better than none. Null when withheld. */
export const callbackNumber = (call: Pick<Call, 'from' | 'fromRaw'>): string | null =>
  call.from ?? call.fromRaw;

/** Whole seconds from the start of a call to its answer, its end, or now. */
export function waitedSeconds(call: Pick<Call, 'startedAt' | 'answeredAt' | 'endedAt'>, now: Date): number {
  const until = call.answeredAt ?? call.endedAt ?? now;
  return Math.max(0, Math.round((until.getTime() - call.startedAt.getTime()) / 1000));
}

/** How a call ended that the PBX took with it: a conversation was lost, and a caller who still waited is gone. */
export const endOfLost = (call: { answered: boolean }): CallEndCause =>
  call.answered ? 'pbx_lost' : 'cancel';
