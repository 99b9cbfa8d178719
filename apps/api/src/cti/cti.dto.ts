import {
  CALL_CAUSES,
  CALL_CONTROLS,
  type CallCause,
  type CallControl,
  CHANNELS,
  type Channel,
  RECORDING_STATES,
  type RecordingState,
  TICKET_STATUSES,
  type TicketStatus,
} from '#wasl/contracts';
import { CALL_EVENTS } from '#wasl/channels';
import { Choice, Flag, Shown, Text, UuidList } from '#wasl/platform';
import { PageMeta, PersonShown } from '../tickets/ticket.dto.js';

/** Only for the OpenAPI document: the webhook parses its body itself, because PBXs are not strict about it. */
export class CtiEventBody {
  @Shown({ enum: CALL_EVENTS }) event: string;
  @Shown({ description: 'also call_id' }) callId: string;
  @Shown({ required: false, description: 'required for newCall; empty when withheld' }) from?: string;
  @Shown({ required: false, description: 'required for newCall' }) to?: string;
  @Shown({ required: false, enum: ['in', 'out'], description: 'required for newCall' }) direction?: string;
  @Shown({ required: false, type: [String], description: 'extensions; also one text, or user[]' })
  user?: string[];
  @Shown({ required: false, description: 'key of a queue (newCall)' }) queue?: string;
  @Shown({ required: false, description: 'answer, hangup' }) answeringNumber?: string;
  @Shown({ required: false, enum: CALL_CAUSES, description: 'hangup' }) cause?: string;
}

/** Only for the OpenAPI document, like CtiEventBody. */
export class CtiCallbackBody {
  @Shown({ description: 'where to call' }) from: string;
  @Shown({ required: false, description: 'the number dialled' }) to?: string;
  @Shown({ required: false, description: 'key of a queue' }) queue?: string;
  @Shown({ required: false, description: 'of the call in which it was asked for; also call_id' })
  callId?: string;
}

export class CtiAnswer {
  @Shown({ required: false, enum: ['dial', 'reject'] }) action?: string;
  @Shown({ required: false, description: 'extension to dial' }) number?: string;
  @Shown({ required: false, enum: ['busy'] }) reason?: string;
}

export class CtiError {
  @Shown() error: string;
}

export class CallParty {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: String, nullable: true }) name: string | null;
}

/** Whole seconds. */
export class CallTimes {
  @Shown({ type: 'integer', description: 'until somebody answered, or it ended' }) wait: number;
  @Shown({ type: 'integer', description: 'of that, how long a telephone rang' }) ring: number;
  @Shown({ type: 'integer' }) talk: number;
  @Shown({ type: 'integer' }) hold: number;
  @Shown({ type: 'integer', description: 'after-call work' }) acw: number;
  @Shown({ type: 'integer', description: 'talk + hold + acw' }) handle: number;
}

export class CallRecordingShown {
  @Shown({ enum: RECORDING_STATES }) state: RecordingState;
  @Shown({ type: String, nullable: true }) reference: string | null;
  @Shown({ type: String, format: 'date-time', nullable: true, description: 'when the caller agreed' })
  consentAt: string | null;
}

export class CallTransferShown {
  @Shown({ format: 'date-time' }) at: string;
  @Shown({ type: String, nullable: true }) from: string | null;
  @Shown({ description: 'name of the agent, else the number' }) to: string;
}

export class LoggedCallAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ description: 'as the exchange names it' }) callId: string;
  @Shown({ enum: ['in', 'out'] }) direction: 'in' | 'out';
  @Shown({ enum: ['ringing', 'active', 'ended'] }) state: 'ringing' | 'active' | 'ended';
  @Shown({ description: 'nobody answered, and it was not taken elsewhere' }) missed: boolean;
  @Shown({ type: String, nullable: true, description: 'E.164; null when withheld' }) from: string | null;
  @Shown({ type: String, nullable: true }) to: string | null;
  @Shown({ type: String, nullable: true }) queue: string | null;
  @Shown({ type: PersonShown, nullable: true }) agent: PersonShown | null;
  @Shown({ type: CallParty, nullable: true }) requester: CallParty | null;
  @Shown({ type: String, nullable: true }) ticket: string | null;
  @Shown({ type: String, enum: CALL_CAUSES, nullable: true }) cause: CallCause | null;
  @Shown({ type: String, nullable: true }) wrapUpCode: string | null;
  @Shown({ format: 'date-time' }) startedAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) answeredAt: string | null;
  @Shown({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
  @Shown({ type: String, format: 'date-time', nullable: true, description: 'when it was marked handled' })
  doneAt: string | null;
  @Shown() times: CallTimes;
  @Shown() recording: CallRecordingShown;
  @Shown({ type: [CallTransferShown] }) transfers: CallTransferShown[];
}

export class CallLogPage {
  @Shown({ type: [LoggedCallAnswer] }) data: LoggedCallAnswer[];
  @Shown() meta: PageMeta;
}

export class CallsDoneBody {
  @UuidList({ maxItems: 500 }) ids: string[];
}

export class CallsDone {
  @Shown({ type: 'integer', description: 'how many calls are marked' }) done: number;
}

export class CallRequester {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: String, nullable: true }) name: string | null;
  @Shown({ type: String, nullable: true }) language: string | null;
}

export class CallTicket {
  @Shown() number: string;
  @Shown() subject: string;
  @Shown({ enum: TICKET_STATUSES }) status: TicketStatus;
  @Shown({ format: 'date-time' }) updatedAt: string;
}

export class CallContact {
  @Shown({ enum: CHANNELS }) channel: Channel;
  @Shown({ format: 'date-time' }) at: string;
  @Shown({ enum: ['in', 'out'] }) direction: 'in' | 'out';
}

export class CallNowAnswer {
  @Shown({ format: 'uuid' }) interactionId: string;
  @Shown({ enum: ['ringing', 'active', 'held'] }) state: 'ringing' | 'active' | 'held';
  @Shown({ enum: RECORDING_STATES }) recording: RecordingState;
  @Shown({ enum: CALL_CONTROLS, isArray: true, description: 'what can be done with it from the console' })
  controls: CallControl[];
  @Shown({ format: 'date-time', description: 'when it began to ring, or was answered' }) since: string;
  @Shown({ type: String, nullable: true }) from: string | null;
  @Shown({ type: String, nullable: true }) to: string | null;
  @Shown({ type: String, nullable: true }) queue: string | null;
  @Shown({ type: CallRequester, nullable: true }) requester: CallRequester | null;
  @Shown({ type: [CallTicket] }) openTickets: CallTicket[];
  @Shown({ type: [CallContact] }) lastContacts: CallContact[];
}

export class CallsNow {
  @Shown({ type: [CallNowAnswer] }) data: CallNowAnswer[];
}

export class WrapUpBody {
  @Text({ max: 40, description: 'key of a wrap-up reason' }) code: string;
}

export class CallControlBody {
  @Choice(['hold', 'resume', 'hangup', 'transfer']) action: 'hold' | 'resume' | 'hangup' | 'transfer';
  @Text({ max: 40, optional: true, description: 'extension of the agent to hand the caller to (transfer)' })
  to?: string;
}

export const RECORDING_CHANGES = ['consent', 'start', 'pause', 'resume', 'stop', 'refer'] as const;

export class CallRecordingBody {
  @Choice(RECORDING_CHANGES) action: (typeof RECORDING_CHANGES)[number];
  @Flag({ optional: true, description: 'the caller has agreed' }) consent?: boolean;
  @Text({
    max: 200,
    optional: true,
    description: 'what the exchange’s own recorder calls its recording (refer)',
  })
  reference?: string;
}

export class ExchangeLineShown {
  @Shown({ enum: ['off', 'connecting', 'connected', 'refused', 'lost'] })
  state: 'off' | 'connecting' | 'connected' | 'refused' | 'lost';
  @Shown({ type: String, nullable: true, description: 'why it is not connected' }) fault: string | null;
}

export class ExchangeShown {
  @Shown({ type: ExchangeLineShown, nullable: true }) ari: ExchangeLineShown | null;
  @Shown({ type: ExchangeLineShown, nullable: true }) ami: ExchangeLineShown | null;
}
