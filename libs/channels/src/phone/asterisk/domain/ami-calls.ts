import { emptyCallEvent, type CallEvent } from '../../domain/call-event.js';
import type { AmiMessage } from './ami-messages.js';
import { callerIn } from './caller-in.js';
import { hangupCause } from './hangup-cause.js';

/** The call events that a manager event translates to. */
export interface AmiTranslation {
  events: CallEvent[];
  /** the caller's channel, used to check whether the call still exists */
  channelId?: string;
}

/** What is known of agents' telephones. */
export interface Phones {
  /** in the name of a channel or an interface */
  extensionIn: (name: string | undefined) => string | null;
  /** whether an extension is an agent's */
  isExtension: (extension: string) => boolean;
}

const NOTHING: AmiTranslation = { events: [] };

/**
 * Translates a manager event. Everything about one call has one `Linkedid`, which is also the id of the channel by which
 * it came, so that a call that ARI reports as well stays one.
 */
export function callEventsOfAmi(message: AmiMessage, phones: Phones): AmiTranslation {
  const field = (name: string) => message.get(name) ?? '';
  const callId = field('Linkedid');
  switch (message.get('Event')) {
    case 'QueueCallerJoin':
      return { events: [joined(message)], channelId: field('Uniqueid') };
    case 'AgentCalled':
      return { events: [{ ...emptyCallEvent('ring', callId), users: memberOf(message, phones) }] };
    case 'AgentRingNoAnswer':
      return { events: [{ ...emptyCallEvent('ringNoAnswer', callId), users: memberOf(message, phones) }] };
    case 'AgentConnect': {
      const [answeringNumber = null] = memberOf(message, phones);
      return { events: [{ ...emptyCallEvent('answer', callId), answeringNumber }] };
    }
    case 'AgentComplete':
      // After a transfer the call continues; the transfer has an event of its own.
      if (field('Reason') === 'transfer') return NOTHING;
      return { events: [known({ ...emptyCallEvent('hangup', callId), cause: 'normalClearing' })] };
    case 'QueueCallerAbandon':
      return { events: [known({ ...emptyCallEvent('hangup', callId), cause: 'cancel' })] };
    case 'Hangup':
      // Leaving a queue does not end a call, and an agent's leg ends without it: only the caller's channel decides.
      if (field('Uniqueid') !== callId) return NOTHING;
      return { events: [known({ ...emptyCallEvent('hangup', callId), cause: causeOf(field('Cause')) })] };
    case 'DialBegin':
      return dialled(message, phones);
    case 'DialEnd':
      return dialEnded(message, phones);
    case 'Hold':
      return { events: [emptyCallEvent('hold', callId)] };
    case 'Unhold':
      return { events: [emptyCallEvent('resume', callId)] };
    case 'BlindTransfer':
      if (field('Result') !== 'Success') return NOTHING;
      return {
        events: [
          { ...emptyCallEvent('transfer', field('TransfererLinkedid')), transferTo: field('Extension') },
        ],
      };
    case 'AttendedTransfer':
      return attended(message);
    default:
      return NOTHING;
  }
}

/** The event does not say whether the call was answered; our own record does. */
const causeOf = (cause: string) => hangupCause(Number(cause) || 0, true);

/** Ignored for unknown calls, because the PBX reports every channel it has. */
const known = (event: CallEvent): CallEvent => ({ ...event, onlyIfCallKnown: true });

function joined(message: AmiMessage): CallEvent {
  return {
    ...emptyCallEvent('newCall', message.get('Linkedid')!),
    direction: 'in',
    from: callerIn(message.get('CallerIDNum')),
    to: message.get('Exten') || message.get('Queue')!,
    queue: message.get('Queue') ?? null,
    distributedByExchange: true,
  };
}

/** A queue's member by interface, or by name: the number of a Local member's leg is the caller's. */
function memberOf(message: AmiMessage, { extensionIn }: Phones): string[] {
  const extension = extensionIn(message.get('Interface')) ?? extensionIn(message.get('MemberName'));
  return extension ? [extension] : [];
}

/** A call that the dialplan connects itself: to an agent's phone, or from it to the outside. */
function dialled(message: AmiMessage, phones: Phones): AmiTranslation {
  const callId = message.get('Linkedid');
  const { extensionIn, isExtension } = phones;
  const [caller, called] = [extensionIn(message.get('Channel')), extensionIn(message.get('DestChannel'))];
  // Channels that we originate have no caller channel.
  if (!callId || !caller || !called) return NOTHING;
  const [fromAgent, toAgent] = [isExtension(caller), isExtension(called)];
  if (fromAgent === toAgent) return NOTHING;
  const channelId = message.get('Uniqueid')!;
  if (toAgent) {
    const begun: CallEvent = {
      ...emptyCallEvent('newCall', callId),
      direction: 'in',
      from: callerIn(message.get('CallerIDNum')),
      to: message.get('Exten') || called,
      users: [called],
      distributedByExchange: true,
    };
    return { events: [begun, { ...emptyCallEvent('ring', callId), users: [called] }], channelId };
  }
  const to = message.get('Exten') || message.get('DialString')?.split('@')[0] || called;
  return {
    events: [{ ...emptyCallEvent('newCall', callId), direction: 'out', from: caller, to }],
    channelId,
  };
}

function dialEnded(message: AmiMessage, phones: Phones): AmiTranslation {
  const callId = message.get('Linkedid');
  const called = phones.extensionIn(message.get('DestChannel'));
  if (!callId || !called || !message.get('Uniqueid') || message.get('DialStatus') !== 'ANSWER')
    return NOTHING;
  const answeringNumber = phones.isExtension(called) ? called : null;
  return { events: [known({ ...emptyCallEvent('answer', callId), answeringNumber })] };
}

function attended(message: AmiMessage): AmiTranslation {
  const callId = message.get('OrigTransfererLinkedid');
  const to = callerIn(message.get('SecondTransfererConnectedLineNum'));
  if (message.get('Result') !== 'Success' || !callId || !to) return NOTHING;
  return {
    events: [
      { ...emptyCallEvent('transfer', callId), transferTo: to },
      known({ ...emptyCallEvent('answer', callId), answeringNumber: to }),
    ],
  };
}
