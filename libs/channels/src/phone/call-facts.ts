import { type CountryProfile, readCallerNumber } from '#wasl/country';
import type { QueueRow } from '#wasl/directory';
import type { CallEvent } from './domain/call-event.js';
import type { CallFact } from './domain/call-lifecycle.js';
import { callbackQueue, queueOfCall } from './domain/queue-of-call.js';
import { dialledNumber } from './phone-numbers.js';

/** Converts an event, with its agents resolved, to a fact: numbers normalized and queue looked up. */
export function factOf(event: CallEvent, queues: QueueRow[], country: CountryProfile): CallFact {
  const caller = readCallerNumber(event.from, country);
  const to = event.to ? dialledNumber(event.to, country) : null;
  const queueNamed = event.queue && dialledNumber(event.queue, country);
  const found = queueOfCall(queues, { queue: queueNamed, to }, country.callingCode);
  const parties = {
    // An agent who dials is known by their line; see answering-agents.service.ts.
    from: event.direction === 'out' ? event.from || null : caller.number,
    fromRaw: event.direction === 'out' ? null : caller.raw,
    to,
    queueNamed: event.queue,
    queueId: (found ?? (event.routedByUs ? callbackQueue(queues, null) : null))?.id ?? null,
  };
  const { direction, answeringNumber } = event;
  switch (event.event) {
    case 'newCall':
      return { event: 'newCall', ...parties, direction: direction!, ringing: event.users };
    case 'answer':
      return { event: 'answer', ...parties, direction, answeringNumber };
    case 'hangup':
      return {
        event: 'hangup',
        ...parties,
        direction,
        cause: event.cause ?? 'normalClearing',
        answeringNumber,
      };
    case 'transfer':
      return { event: 'transfer', ...parties, transferTo: event.transferTo! };
    case 'ring':
    case 'ringNoAnswer':
      return { event: event.event, ...parties, ringing: event.users };
    case 'hold':
    case 'resume':
      return { event: event.event, ...parties };
  }
}
