import {
  CALL_CAUSES,
  CALL_CONTROLS,
  CALL_END_CAUSES,
  type CallEndCause,
  type CallControl,
  CHANNELS,
  type Channel,
  RECORDING_FAULTS,
  RECORDING_FILE_STATES,
  RECORDING_STATES,
  type RecordingFault,
  type RecordingFileState,
  type RecordingState,
  TICKET_STATUSES,
  type TicketStatus,
} from '#wasl/contracts';
import { CALL_EVENTS } from '#wasl/channels';
import { Choice, Flag, ResponseField, Text, UuidList } from '#wasl/platform';
import { PageMeta, PersonShown } from '../tickets/ticket.dto.js';

/** Only for the OpenAPI document: the webhook parses its body itself, because PBXs are not strict about it. */
export class CtiEventBody {
  @ResponseField({ enum: CALL_EVENTS }) event: string;
  @ResponseField({ description: 'also call_id' }) callId: string;
  @ResponseField({ required: false, description: 'required for newCall; empty when withheld' }) from?: string;
  @ResponseField({ required: false, description: 'required for newCall' }) to?: string;
  @ResponseField({ required: false, enum: ['in', 'out'], description: 'required for newCall' })
  direction?: string;
  @ResponseField({ required: false, type: [String], description: 'extensions; also one text, or user[]' })
  user?: string[];
  @ResponseField({ required: false, description: 'key or number of a queue (newCall)' }) queue?: string;
  @ResponseField({ required: false, description: 'answer, hangup' }) answeringNumber?: string;
  @ResponseField({ required: false, enum: CALL_CAUSES, description: 'hangup' }) cause?: string;
  @ResponseField({
    required: false,
    description:
      'http(s) address of a recording of the call, with any event, also after the hangup; also recording_url',
  })
  recording?: string;
}

/** Only for the OpenAPI document, like CtiEventBody. */
export class CtiCallbackBody {
  @ResponseField({ description: 'where to call' }) from: string;
  @ResponseField({ required: false, description: 'the number dialled' }) to?: string;
  @ResponseField({ required: false, description: 'key of a queue' }) queue?: string;
  @ResponseField({ required: false, description: 'of the call in which it was asked for; also call_id' })
  callId?: string;
}

export class CtiAnswer {
  @ResponseField({ required: false, enum: ['dial', 'reject'] }) action?: string;
  @ResponseField({
    required: false,
    description: 'extension to dial; of an outbound call, the number called',
  })
  number?: string;
  @ResponseField({ required: false, description: 'number that the called see (outbound)' })
  caller_id?: string;
  @ResponseField({ required: false, enum: ['busy'] }) reason?: string;
}

export class CtiError {
  @ResponseField() error: string;
}

export class CallParty {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: String, nullable: true }) name: string | null;
}

/** Whole seconds. */
export class CallTimes {
  @ResponseField({ type: 'integer', description: 'until somebody answered, or it ended' }) wait: number;
  @ResponseField({ type: 'integer', description: 'of that, how long a telephone rang' }) ring: number;
  @ResponseField({ type: 'integer' }) talk: number;
  @ResponseField({ type: 'integer' }) hold: number;
  @ResponseField({ type: 'integer', description: 'after-call work' }) acw: number;
  @ResponseField({ type: 'integer', description: 'talk + hold + acw' }) handle: number;
}

export class RecordingFileShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ enum: RECORDING_FILE_STATES }) state: RecordingFileState;
  @ResponseField({ type: String, enum: RECORDING_FAULTS, nullable: true, description: 'of the last attempt' })
  fault: RecordingFault | null;
  @ResponseField({ type: String, nullable: true, description: 'a status, or a code of the network' })
  faultDetail: string | null;
  @ResponseField({ type: 'integer' }) attempts: number;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) nextAttemptAt: string | null;
  @ResponseField({ type: String, nullable: true, description: 'media type' }) type: string | null;
  @ResponseField({ type: 'integer', nullable: true, description: 'bytes' }) size: number | null;
  @ResponseField({ type: 'integer', nullable: true, description: 'how long it plays, if known' })
  seconds: number | null;
  @ResponseField({ format: 'date-time', description: 'when it is removed, or was' }) expiresAt: string;
}

export class CallRecordingShown {
  @ResponseField({ enum: RECORDING_STATES }) state: RecordingState;
  @ResponseField({ type: String, nullable: true }) reference: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true, description: 'when the caller agreed' })
  consentAt: string | null;
  @ResponseField({ description: 'whether the caller of the API may listen to the files' }) mayListen: boolean;
  @ResponseField({ type: [RecordingFileShown] }) files: RecordingFileShown[];
}

export class CallTransferShown {
  @ResponseField({ format: 'date-time' }) at: string;
  @ResponseField({ type: String, nullable: true }) from: string | null;
  @ResponseField({ description: 'name of the agent, else the number' }) to: string;
}

export class LoggedCallAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ description: 'as the exchange names it' }) callId: string;
  @ResponseField({ enum: ['in', 'out'] }) direction: 'in' | 'out';
  @ResponseField({ enum: ['ringing', 'active', 'ended'] }) state: 'ringing' | 'active' | 'ended';
  @ResponseField({ description: 'nobody answered, and it was not taken elsewhere' }) missed: boolean;
  @ResponseField({ type: String, nullable: true, description: 'E.164, or a short code' }) from: string | null;
  @ResponseField({
    type: String,
    nullable: true,
    description: 'the digits as the exchange sent them, also when of no numbering plan; null when withheld',
  })
  fromRaw: string | null;
  @ResponseField({ type: String, nullable: true }) to: string | null;
  @ResponseField({ type: String, nullable: true }) queue: string | null;
  @ResponseField({ type: String, nullable: true, description: 'as the exchange named it' })
  queueNamed: string | null;
  @ResponseField({ type: PersonShown, nullable: true }) agent: PersonShown | null;
  @ResponseField({ type: CallParty, nullable: true }) requester: CallParty | null;
  @ResponseField({ type: String, nullable: true }) ticket: string | null;
  @ResponseField({ type: String, enum: CALL_END_CAUSES, nullable: true }) cause: CallEndCause | null;
  @ResponseField({ type: String, nullable: true }) wrapUpCode: string | null;
  @ResponseField({ format: 'date-time' }) startedAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) answeredAt: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
  @ResponseField({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'when it was marked handled',
  })
  doneAt: string | null;
  @ResponseField() times: CallTimes;
  @ResponseField() recording: CallRecordingShown;
  @ResponseField({ type: [CallTransferShown] }) transfers: CallTransferShown[];
}

export class CallLogPage {
  @ResponseField({ type: [LoggedCallAnswer] }) data: LoggedCallAnswer[];
  @ResponseField() meta: PageMeta;
}

/** Without numbers: of a report that is anonymous, none is shown. */
export class TicketCallShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ enum: ['in', 'out'] }) direction: 'in' | 'out';
  @ResponseField({ enum: ['ringing', 'active', 'ended'] }) state: 'ringing' | 'active' | 'ended';
  @ResponseField() missed: boolean;
  @ResponseField({ type: PersonShown, nullable: true }) agent: PersonShown | null;
  @ResponseField({ format: 'date-time' }) startedAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) answeredAt: string | null;
  @ResponseField({ type: 'integer', description: 'seconds' }) talk: number;
  @ResponseField() recording: CallRecordingShown;
}

export class CallsOfTicket {
  @ResponseField({ type: [TicketCallShown] }) data: TicketCallShown[];
}

export class CallsDoneBody {
  @UuidList({ maxItems: 500 }) ids: string[];
}

export class CallsDone {
  @ResponseField({ type: 'integer', description: 'how many calls are marked' }) done: number;
}

export class CallRequester {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: String, nullable: true }) name: string | null;
  @ResponseField({ type: String, nullable: true }) language: string | null;
}

export class CallTicket {
  @ResponseField() number: string;
  @ResponseField() subject: string;
  @ResponseField({ enum: TICKET_STATUSES }) status: TicketStatus;
  @ResponseField({ format: 'date-time' }) updatedAt: string;
}

export class CallContact {
  @ResponseField({ enum: CHANNELS }) channel: Channel;
  @ResponseField({ format: 'date-time' }) at: string;
  @ResponseField({ enum: ['in', 'out'] }) direction: 'in' | 'out';
}

export class CallNowAnswer {
  @ResponseField({ format: 'uuid' }) interactionId: string;
  @ResponseField({ enum: ['ringing', 'active', 'held'] }) state: 'ringing' | 'active' | 'held';
  @ResponseField({ enum: RECORDING_STATES }) recording: RecordingState;
  @ResponseField({
    enum: CALL_CONTROLS,
    isArray: true,
    description: 'what can be done with it from the console',
  })
  controls: CallControl[];
  @ResponseField({ format: 'date-time', description: 'when it began to ring, or was answered' })
  since: string;
  @ResponseField({ type: String, nullable: true }) from: string | null;
  @ResponseField({ type: String, nullable: true, description: 'the digits as the exchange sent them' })
  fromRaw: string | null;
  @ResponseField({ type: String, nullable: true }) to: string | null;
  @ResponseField({ type: String, nullable: true }) queue: string | null;
  @ResponseField({ type: String, nullable: true, description: 'as the exchange named it' })
  queueNamed: string | null;
  @ResponseField({ type: CallRequester, nullable: true }) requester: CallRequester | null;
  @ResponseField({ type: [CallTicket] }) openTickets: CallTicket[];
  @ResponseField({ type: [CallContact] }) lastContacts: CallContact[];
}

export class CallsNow {
  @ResponseField({ type: [CallNowAnswer] }) data: CallNowAnswer[];
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
  @ResponseField({ enum: ['off', 'connecting', 'connected', 'refused', 'lost'] })
  state: 'off' | 'connecting' | 'connected' | 'refused' | 'lost';
  @ResponseField({ type: String, nullable: true, description: 'why it is not connected' }) fault:
    string | null;
}

export class ExchangeShown {
  @ResponseField({ type: ExchangeLineShown, nullable: true }) ari: ExchangeLineShown | null;
  @ResponseField({ type: ExchangeLineShown, nullable: true }) ami: ExchangeLineShown | null;
}
