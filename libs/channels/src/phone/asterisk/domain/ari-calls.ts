import { bareEvent, type CallEvent } from '../../domain/call-event.js';
import type { AriChannel, AriEvent } from './ari-events.js';
import { callerIn } from './endpoints.js';
import { hangupCause } from './hangup-cause.js';

/** One leg of a call in our application. */
export interface Leg {
  /** the linked id, by which the manager interface knows the call too */
  callId: string;
  end: 'caller' | 'agent';
  /** of an agent's telephone */
  extension: string | null;
  /** the call has been answered */
  answered: boolean;
  /** the caller is back in the dialplan, by our request or a transfer */
  givenBack: boolean;
}

/** Translates an ARI event about one leg into general call events. */
export function callEventsOfAri(event: AriEvent, leg: Leg): CallEvent[] {
  const { callId } = leg;
  switch (event.type) {
    case 'StasisStart':
      return leg.end === 'agent' ? [{ ...bareEvent('answer', callId), answeringNumber: leg.extension }] : [];
    case 'ChannelHold':
      return [bareEvent('hold', callId)];
    case 'ChannelUnhold':
      return [bareEvent('resume', callId)];
    case 'BridgeBlindTransfer':
      return transferred(callId, event, event.exten);
    case 'BridgeAttendedTransfer':
      return transferred(callId, event, callerIn(event.transfer_target?.caller.number));
    case 'StasisEnd':
      // This event alone ends an inbound call. An agent's channel is always reported again, with its cause.
      return leg.end === 'caller' && !leg.givenBack ? [ended(event, leg)] : [];
    case 'ChannelDestroyed':
      if (leg.end === 'caller') return [ended(event, leg)];
      if (!leg.answered)
        return [{ ...bareEvent('ringNoAnswer', callId), users: leg.extension ? [leg.extension] : [] }];
      return leg.givenBack ? [] : [{ ...bareEvent('hangup', callId), cause: 'normalClearing' }];
    default:
      return [];
  }
}

const ended = ({ cause = 0 }: AriEvent, { callId, answered }: Leg): CallEvent => ({
  ...bareEvent('hangup', callId),
  cause: hangupCause(cause, answered),
});

function transferred(callId: string, { result }: AriEvent, to: string | undefined): CallEvent[] {
  return to && result === 'Success' ? [{ ...bareEvent('transfer', callId), transferTo: to }] : [];
}

interface QueueKey {
  key: string;
}

/**
 * The newCall event for a channel that enters `Stasis(app[,argument…])`. Arguments may contain a queue key and the
 * dialled number; without a number, the dialplan's extension is used.
 */
export function arrivalOf(
  callId: string,
  channel: AriChannel,
  args: readonly string[],
  queues: readonly QueueKey[],
): CallEvent {
  const words = args.map((word) => word.trim());
  return {
    ...bareEvent('newCall', callId),
    direction: 'in',
    from: callerIn(channel.caller.number),
    to: words.find((word) => /^\+?\d{2,20}$/.test(word)) ?? channel.dialplan.exten,
    queue: queues.find(({ key }) => words.some((word) => word.toLowerCase() === key))?.key ?? null,
    givenToUs: true,
  };
}
