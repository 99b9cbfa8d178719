import { ATTEMPT_OUTCOMES, type AttemptOutcome, CALLBACK_STATES, type CallbackState } from '#wasl/contracts';
import { Choice, ResponseField, Text } from '#wasl/platform';
import { PageMeta, PersonShown } from '../tickets/ticket.dto.js';
import { CallRequester } from './cti.dto.js';

export class CallbackBody {
  @Text({ max: 40, description: 'where to call' }) phone: string;
  @Text({ max: 40, optional: true, description: 'key of a queue; the first one otherwise' }) queue?: string;
  @Text({ max: 20, optional: true, description: 'number of an existing ticket that it is about' })
  ticket?: string;
  @Text({ max: 200, optional: true, description: 'the exchange’s id of the call in which it was asked for' })
  callId?: string;
}

export class CallbackOwed {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ description: 'number of the ticket' }) ticket: string;
  @ResponseField({ description: 'false when it was owed already' }) created: boolean;
}

export class AttemptBody {
  @Choice(ATTEMPT_OUTCOMES) outcome: AttemptOutcome;
}

export class AttemptShown {
  @ResponseField({ format: 'date-time' }) at: string;
  @ResponseField({ description: 'name of who called' }) agent: string;
  @ResponseField({ type: String, enum: ATTEMPT_OUTCOMES, nullable: true }) outcome: AttemptOutcome | null;
}

export class CallbackShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() ticket: string;
  @ResponseField({ description: 'where to call, E.164 or a short code' }) number: string;
  @ResponseField({ type: CallRequester }) requester: CallRequester;
  @ResponseField() queue: string;
  @ResponseField({ enum: ['missed', 'asked'] }) source: 'missed' | 'asked';
  @ResponseField({ enum: CALLBACK_STATES }) state: CallbackState;
  @ResponseField({ format: 'date-time' }) askedAt: string;
  @ResponseField({ format: 'date-time' }) dueAt: string;
  @ResponseField({ type: PersonShown, nullable: true, description: 'who calls at this moment' })
  agent: PersonShown | null;
  @ResponseField({ type: [AttemptShown] }) attempts: AttemptShown[];
}

export class CallbackPage {
  @ResponseField({ type: [CallbackShown] }) data: CallbackShown[];
  @ResponseField() meta: PageMeta;
}

export class CallbacksOfTicket {
  @ResponseField({ type: [CallbackShown] }) data: CallbackShown[];
}
