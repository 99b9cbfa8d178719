import { emptyCallEvent, type CallEvent } from '../../domain/call-event.js';
import type { AriChannel, AriEvent } from './ari-events.js';
import { callerIn } from './caller-in.js';
import { endOfLost } from '../../domain/call-lifecycle.js';
import { hangupCause } from './hangup-cause.js';

/** One leg of a call in our application. */
export interface CallLeg {
  /** the linked id, by which the manager interface knows the call too */
  callId: string;
  end: 'caller' | 'agent';
  /** of an agent's telephone */
  extension: string | null;
  /** the call has been answered */
  answered: boolean;
  /** the caller is back in the dialplan, by our request or a transfer */
  returnedToDialplan: boolean;
}

/** Translates an ARI event about one leg into general call events. */
export function callEventsOfAri(event: AriEvent, leg: CallLeg): CallEvent[] {
  const { callId } = leg;
  switch (event.type) {
    case 'StasisStart':
      return leg.end === 'agent'
        ? [{ ...emptyCallEvent('answer', callId), answeringNumber: leg.extension }]
        : [];
    case 'ChannelHold':
      return [emptyCallEvent('hold', callId)];
    case 'ChannelUnhold':
      return [emptyCallEvent('resume', callId)];
    case 'BridgeBlindTransfer':
      return transferred(callId, event, event.exten);
    case 'BridgeAttendedTransfer':
      return transferred(callId, event, callerIn(event.transfer_target?.caller.number));
    case 'StasisEnd':
      // This event alone ends an inbound call. An agent's channel is always reported again, with its cause.
      return leg.end === 'caller' && !leg.returnedToDialplan ? [ended(event, leg)] : [];
    case 'ChannelDestroyed':
      if (leg.end === 'caller') return [ended(event, leg)];
      if (!leg.answered)
        return [{ ...emptyCallEvent('ringNoAnswer', callId), users: leg.extension ? [leg.extension] : [] }];
      return leg.returnedToDialplan ? [] : [{ ...emptyCallEvent('hangup', callId), cause: 'normalClearing' }];
    default:
      return [];
  }
}

const ended = ({ cause = 0, lostAt }: AriEvent, { callId, answered }: CallLeg): CallEvent => ({
  ...emptyCallEvent('hangup', callId),
  cause: lostAt ? endOfLost({ answered }) : hangupCause(cause, answered),
  at: lostAt,
});

function transferred(callId: string, { result }: AriEvent, to: string | undefined): CallEvent[] {
  return to && result === 'Success' ? [{ ...emptyCallEvent('transfer', callId), transferTo: to }] : [];
}

interface QueueKey {
  key: string;
}

/**
 * The newCall event for a channel that enters `Stasis(app[,argument…])`. Arguments may contain a queue key and the
 * dialled number; without a number, the dialplan's extension is used.
 */
export function newCallFromAri(
  callId: string,
  channel: AriChannel,
  args: readonly string[],
  queues: readonly QueueKey[],
): CallEvent {
  const words = args.map((word) => word.trim());
  return {
    ...emptyCallEvent('newCall', callId),
    direction: 'in',
    from: callerIn(channel.caller.number),
    to: words.find((word) => /^\+?\d{2,20}$/.test(word)) ?? channel.dialplan.exten,
    queue: queues.find(({ key }) => words.some((word) => word.toLowerCase() === key))?.key ?? null,
    routedByUs: true,
  };
}
