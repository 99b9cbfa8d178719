import type { CallCause } from '#wasl/contracts';
import type { CallDirection } from './call-event.js';

/** What is known of a call. */
export interface Call {
  /** its newCall was seen; until then the parties are what answer and hangup happened to say */
  announced: boolean;
  direction: CallDirection;
  /** null when withheld */
  from: string | null;
  to: string | null;
  queueId: string | null;
  /** extensions that ring */
  ringing: string[];
  /** since when an agent's telephone rings; null while nobody's does */
  ringingSince: Date | null;
  startedAt: Date;
  answeredAt: Date | null;
  answeringNumber: string | null;
  heldSince: Date | null;
  /** of holds that are over */
  holdSeconds: number;
  /** whom it is on its way to, from the transfer until that one answers */
  transferringTo: string | null;
  endedAt: Date | null;
  cause: CallCause | null;
}

/** What an exchange reports, its numbers normalised and its queue looked up. */
export type CallFact =
  | ({ event: 'newCall'; direction: CallDirection; ringing: string[] } & Parties)
  | ({ event: 'answer'; direction: CallDirection | null; answeringNumber: string | null } & Parties)
  | ({
      event: 'hangup';
      direction: CallDirection | null;
      cause: CallCause;
      /** told of calls that were answered */
      answeringNumber?: string | null;
    } & Parties)
  | ({ event: 'ring' | 'rangOut'; ringing: string[] } & Parties)
  | ({ event: 'hold' | 'resume' } & Parties)
  | ({ event: 'transfer'; transferTo: string } & Parties);

interface Parties {
  from: string | null;
  to: string | null;
  queueId: string | null;
}

/** What becomes of a fact outside the call itself. */
export type CallEffect =
  /** it arrives and rings: choose an agent, show who calls; once */
  | 'ring'
  /** who calls became known when it no longer rings; once */
  | 'identify'
  /** another telephone rings for it */
  | 'ringAt'
  /** a telephone rang in vain */
  | 'rangOut'
  /** somebody talks with the caller; once */
  | 'answer'
  /** whom the caller was handed on to talks with them */
  | 'takeOver'
  /** whoever talked with the caller has handed them on */
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
 * Takes one fact into a call; `null` is a call not heard of before. Exchanges repeat facts and send them in any order,
 * so nothing is refused: a fact that is known, or comes too late to matter, changes nothing.
 *
 * A hangup that names who answered is enough to know that somebody did, so with it every order gives the same call.
 * Without it, orders that agree on which of answer and hangup came first do. They cannot agree on more: the convention
 * has no times of its own and has an answer after the hangup ignored, so a call whose hangup overtook its answer counts
 * as missed, and its caller is called back once too often rather than never.
 */
export function afterFact(call: Call | null, fact: CallFact, at: Date): CallStep {
  switch (fact.event) {
    case 'newCall':
      return afterNewCall(call, fact, at);
    case 'answer':
      return afterAnswer(call, fact, at);
    case 'hangup':
      return afterHangup(call, fact, at);
    default:
      // These are only told of calls that we watch; of others there is nothing that they could change.
      return call && !call.endedAt
        ? whileItLasts(call, fact, at)
        : { call: call ?? unheardOf(fact, at), effects: [] };
  }
}

function afterNewCall(call: Call | null, fact: CallFact & { event: 'newCall' }, at: Date): CallStep {
  if (call?.announced) return same(call);
  const { direction, from, to, queueId, ringing } = fact;
  const before = call ?? unheardOf(fact, at);
  const announced: Call = {
    ...before,
    announced: true,
    direction,
    from,
    to,
    queueId,
    ringing: ringing.length > 0 ? ringing : before.ringing,
    ringingSince: ringing.length > 0 ? (before.ringingSince ?? before.startedAt) : before.ringingSince,
  };
  if (!call) return { call: announced, effects: direction === 'in' ? ['ring'] : ['identify'] };
  return { call: announced, effects: isMissed(announced) ? ['identify', 'callBack'] : ['identify'] };
}

function afterAnswer(call: Call | null, fact: CallFact & { event: 'answer' }, at: Date): CallStep {
  if (call?.endedAt) return same(call);
  const { answeringNumber } = fact;
  if (call?.answeredAt && call.transferringTo === null) return same(call);
  // The one who hands over is still on the line for a moment, and may be reported again.
  if (call?.transferringTo && answeringNumber === call.answeringNumber) return same(call);
  const before = call ?? unheardOf(fact, at);
  return {
    call: { ...before, answeredAt: before.answeredAt ?? at, answeringNumber, transferringTo: null },
    effects: [call?.transferringTo ? 'takeOver' : 'answer'],
  };
}

function afterHangup(call: Call | null, fact: CallFact & { event: 'hangup' }, at: Date): CallStep {
  if (call?.endedAt) return same(call);
  const before = call ?? unheardOf(fact, at);
  const { cause, answeringNumber = null } = fact;
  const ended: Call = { ...afterHold(before, at), endedAt: at, cause };
  if (answeringNumber && before.answeredAt === null && cause === 'normalClearing') {
    return { call: { ...ended, answeredAt: at, answeringNumber }, effects: ['answer', 'end'] };
  }
  // Before its newCall it is not known whether the call came in, and to which queue: that is for the newCall to say,
  // and for the sweep when none comes.
  return { call: ended, effects: ended.announced && isMissed(ended) ? ['end', 'callBack'] : ['end'] };
}

type WatchedFact = Exclude<CallFact, { event: 'newCall' | 'answer' | 'hangup' }>;

function whileItLasts(call: Call, fact: WatchedFact, at: Date): CallStep {
  switch (fact.event) {
    case 'ring': {
      const more = fact.ringing.filter((extension) => !call.ringing.includes(extension));
      if (more.length === 0 || (call.answeredAt && call.transferringTo === null)) return same(call);
      const ringing = [...call.ringing, ...more];
      return { call: { ...call, ringing, ringingSince: call.ringingSince ?? at }, effects: ['ringAt'] };
    }
    case 'rangOut': {
      const left = call.ringing.filter((extension) => !fact.ringing.includes(extension));
      if (call.answeredAt || left.length === call.ringing.length) return same(call);
      const ringingSince = left.length > 0 ? call.ringingSince : null;
      return { call: { ...call, ringing: left, ringingSince }, effects: ['rangOut'] };
    }
    case 'hold':
      if (!call.answeredAt || call.heldSince) return same(call);
      return { call: { ...call, heldSince: at }, effects: ['held'] };
    case 'resume':
      return call.heldSince ? { call: afterHold(call, at), effects: ['held'] } : same(call);
    case 'transfer':
      if (!call.answeredAt || call.transferringTo === fact.transferTo) return same(call);
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

const same = (call: Call): CallStep => ({ call, effects: [] });

/** Nothing is lost: a call first heard of by its answer or its end has a row, inbound unless it says otherwise. */
function unheardOf(fact: CallFact, at: Date): Call {
  return {
    announced: false,
    direction: ('direction' in fact && fact.direction) || 'in',
    from: fact.from,
    // Only a newCall names the number dialled; see call-rows.ts.
    to: null,
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
 * Whether somebody called us in vain, and left a number. A forwarded call was taken elsewhere. Who withheld their
 * number cannot be called back; their call stays in the log, not handled, until a person marks it.
 */
export function isMissed(call: Call): boolean {
  return (
    call.direction === 'in' &&
    call.endedAt !== null &&
    call.answeredAt === null &&
    call.cause !== 'forwarded' &&
    call.from !== null
  );
}

/** Whole seconds from the first that was heard of a call to its answer, its end, or now. */
export function waitedSeconds(call: Pick<Call, 'startedAt' | 'answeredAt' | 'endedAt'>, now: Date): number {
  const until = call.answeredAt ?? call.endedAt ?? now;
  return Math.max(0, Math.round((until.getTime() - call.startedAt.getTime()) / 1000));
}
