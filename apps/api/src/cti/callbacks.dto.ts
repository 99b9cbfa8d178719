import { ATTEMPT_OUTCOMES, type AttemptOutcome, CALLBACK_STATES, type CallbackState } from '#wasl/contracts';
import { Choice, Shown, Text } from '#wasl/platform';
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
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ description: 'number of the ticket' }) ticket: string;
  @Shown({ description: 'false when it was owed already' }) created: boolean;
}

export class AttemptBody {
  @Choice(ATTEMPT_OUTCOMES) outcome: AttemptOutcome;
}

export class AttemptShown {
  @Shown({ format: 'date-time' }) at: string;
  @Shown({ description: 'name of who called' }) agent: string;
  @Shown({ type: String, enum: ATTEMPT_OUTCOMES, nullable: true }) outcome: AttemptOutcome | null;
}

export class CallbackShown {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() ticket: string;
  @Shown({ description: 'where to call, E.164 or a short code' }) number: string;
  @Shown({ type: CallRequester }) requester: CallRequester;
  @Shown() queue: string;
  @Shown({ enum: ['missed', 'asked'] }) source: 'missed' | 'asked';
  @Shown({ enum: CALLBACK_STATES }) state: CallbackState;
  @Shown({ format: 'date-time' }) askedAt: string;
  @Shown({ format: 'date-time' }) dueAt: string;
  @Shown({ type: PersonShown, nullable: true, description: 'who calls at this moment' })
  agent: PersonShown | null;
  @Shown({ type: [AttemptShown] }) attempts: AttemptShown[];
}

export class CallbackPage {
  @Shown({ type: [CallbackShown] }) data: CallbackShown[];
  @Shown() meta: PageMeta;
}

export class CallbacksOfTicket {
  @Shown({ type: [CallbackShown] }) data: CallbackShown[];
}
