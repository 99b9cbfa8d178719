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
  startedAt: Date;
  answeredAt: Date | null;
  answeringNumber: string | null;
  endedAt: Date | null;
  cause: CallCause | null;
}

/** What an exchange reports, its numbers normalised and its queue looked up. */
export type CallFact =
  | ({ event: 'newCall'; direction: CallDirection; ringing: string[] } & Parties)
  | ({ event: 'answer'; direction: CallDirection | null; answeringNumber: string | null } & Parties)
  | ({ event: 'hangup'; direction: CallDirection | null; cause: CallCause } & Parties);

interface Parties {
  from: string | null;
  to: string | null;
  queueId: string | null;
}

/** What becomes of a fact outside the call itself; each happens at most once in the life of a call. */
export type CallEffect =
  /** it rings: choose an agent, show who calls */
  | 'ring'
  /** who calls became known when it no longer rings */
  | 'identify'
  /** somebody talks with the caller */
  | 'answer'
  /** it is over */
  | 'end'
  /** it was missed, and the caller can be called back */
  | 'callBack';

export interface CallStep {
  call: Call;
  effects: CallEffect[];
}

/**
 * Takes one fact into a call; `null` is a call not heard of before. Exchanges repeat facts and send them in any order,
 * so nothing is refused: a fact that is known, or comes too late to matter, changes nothing.
 *
 * Orders that agree on which of answer and hangup came first give the same call. They cannot agree on more: the
 * convention has no times of its own and has an answer after the hangup ignored, so a call whose hangup overtook its
 * answer counts as missed, and its caller is called back once too often rather than never.
 */
export function afterFact(call: Call | null, fact: CallFact, at: Date): CallStep {
  switch (fact.event) {
    case 'newCall':
      return afterNewCall(call, fact, at);
    case 'answer':
      return afterAnswer(call, fact, at);
    case 'hangup':
      return afterHangup(call, fact, at);
  }
}

function afterNewCall(call: Call | null, fact: CallFact & { event: 'newCall' }, at: Date): CallStep {
  if (call?.announced) return same(call);
  const { direction, from, to, queueId, ringing } = fact;
  const announced: Call = {
    ...(call ?? unheardOf(fact, at)),
    announced: true,
    direction,
    from,
    to,
    queueId,
    ringing,
  };
  if (!call) return { call: announced, effects: direction === 'in' ? ['ring'] : ['identify'] };
  return { call: announced, effects: isMissed(announced) ? ['identify', 'callBack'] : ['identify'] };
}

function afterAnswer(call: Call | null, fact: CallFact & { event: 'answer' }, at: Date): CallStep {
  if (call?.endedAt || call?.answeredAt) return same(call);
  return {
    call: { ...(call ?? unheardOf(fact, at)), answeredAt: at, answeringNumber: fact.answeringNumber },
    effects: ['answer'],
  };
}

function afterHangup(call: Call | null, fact: CallFact & { event: 'hangup' }, at: Date): CallStep {
  if (call?.endedAt) return same(call);
  const ended: Call = { ...(call ?? unheardOf(fact, at)), endedAt: at, cause: fact.cause };
  // Before its newCall it is not known whether the call came in, and to which queue: that is for the newCall to say,
  // and for the sweep when none comes.
  return { call: ended, effects: ended.announced && isMissed(ended) ? ['end', 'callBack'] : ['end'] };
}

const same = (call: Call): CallStep => ({ call, effects: [] });

/** Nothing is lost: a call first heard of by its answer or its end has a row, inbound unless it says otherwise. */
function unheardOf(fact: CallFact, at: Date): Call {
  return {
    announced: false,
    direction: fact.direction ?? 'in',
    from: fact.from,
    // Only a newCall names the number dialled; see call-rows.ts.
    to: null,
    queueId: fact.queueId,
    ringing: [],
    startedAt: at,
    answeredAt: null,
    answeringNumber: null,
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
