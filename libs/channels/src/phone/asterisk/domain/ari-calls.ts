import { bareEvent, type CallEvent } from '../../domain/call-event.js';
import type { AriChannel, AriEvent } from './ari-events.js';
import { callerIn } from './endpoints.js';
import { hangupCause } from './hangup-cause.js';

/** One end of a call that is in our application. */
export interface Leg {
  /** the channel by which the call came names it: its linked id, by which the manager interface knows it too */
  callId: string;
  end: 'caller' | 'agent';
  /** of an agent's telephone */
  extension: string | null;
  /** somebody talks with the caller */
  answered: boolean;
  /** the dialplan has the caller again, by our wish or by a transfer */
  givenBack: boolean;
}

/** Translates an event about one end of a call, into the words of all exchanges. */
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
      // An inbound call ends with this alone. An agent's own channel is always told of again, with its cause.
      return leg.end === 'caller' && !leg.givenBack ? [ended(event, leg)] : [];
    case 'ChannelDestroyed':
      if (leg.end === 'caller') return [ended(event, leg)];
      if (!leg.answered)
        return [{ ...bareEvent('rangOut', callId), users: leg.extension ? [leg.extension] : [] }];
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

interface Line {
  key: string;
}

/**
 * A call that the dialplan gives to us, `Stasis(app[,word…])`. Among the words may be the key of a queue and the number
 * that was dialled; without a number the dialplan's own extension counts.
 */
export function arrivalOf(
  callId: string,
  channel: AriChannel,
  args: readonly string[],
  queues: readonly Line[],
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
