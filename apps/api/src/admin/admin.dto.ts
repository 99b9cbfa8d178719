import { Shown } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';
import { CHANNEL_PARTS, type ChannelPart } from './channel-checks.service.js';

export class SetAsideEvent {
  @Shown() id: string;
  @Shown() type: string;
  @Shown({ format: 'date-time' }) at: string;
  @Shown({ type: 'integer' }) attempts: number;
  @Shown({ type: String, nullable: true }) fault: string | null;
}

export class SetAsideEvents {
  @Shown({ type: [SetAsideEvent] }) data: SetAsideEvent[];
}

export class FailedJob {
  @Shown() id: string;
  @Shown() queue: string;
  @Shown({ type: 'integer' }) attempts: number;
  @Shown({ type: String, nullable: true }) fault: string | null;
}

export class FailedJobs {
  @Shown({ type: [FailedJob] }) data: FailedJob[];
}

export class QuarantinedMailAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: String, nullable: true }) messageId: string | null;
  @Shown({ type: String, nullable: true }) sender: string | null;
  @Shown() envelopeFrom: string;
  @Shown({ type: [String] }) recipients: string[];
  @Shown({ type: String, nullable: true }) fault: string | null;
  @Shown({ type: 'integer' }) size: number;
  @Shown({ format: 'date-time' }) receivedAt: string;
}

export class QuarantinedMailPage {
  @Shown({ type: [QuarantinedMailAnswer] }) data: QuarantinedMailAnswer[];
  @Shown() meta: PageMeta;
}

export class FaultyMailAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: String, nullable: true }) messageId: string | null;
  @Shown({ type: String, nullable: true }) sender: string | null;
  @Shown({ type: [String] }) recipients: string[];
  @Shown({ type: [String], example: ['charset.wrong'] }) faults: string[];
  @Shown({ type: 'integer' }) size: number;
  @Shown() state: string;
  @Shown({ type: String, nullable: true }) ticket: string | null;
  @Shown({ format: 'date-time' }) receivedAt: string;
}

export class FaultyMailPage {
  @Shown({ type: [FaultyMailAnswer] }) data: FaultyMailAnswer[];
  @Shown() meta: PageMeta;
}

export class MailboxAnswer {
  @Shown({ enum: ['off', 'connecting', 'connected', 'refused', 'lost'] })
  state: 'off' | 'connecting' | 'connected' | 'refused' | 'lost';
  @Shown({ type: String, nullable: true, description: 'why it is not connected' }) fault: string | null;
  @Shown({ type: String, nullable: true, format: 'date-time' }) collectedAt: string | null;
}

export class MailboxState {
  @Shown({ type: MailboxAnswer, nullable: true, description: 'null where none is set' })
  mailbox: MailboxAnswer | null;
}

export class ReleasedMail {
  @Shown({ description: 'what became of it' }) outcome: string;
}

export class OutgoingMailAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() purpose: string;
  @Shown() recipient: string;
  @Shown() subject: string;
  @Shown({ enum: ['queued', 'sending', 'sent', 'failed'] }) state: string;
  @Shown({ type: 'integer' }) attempts: number;
  @Shown({ type: String, nullable: true }) lastError: string | null;
  @Shown({ format: 'date-time' }) createdAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) sentAt: string | null;
}

export class OutgoingMailList {
  @Shown({ type: [OutgoingMailAnswer] }) data: OutgoingMailAnswer[];
}

export class ChannelShown {
  @Shown({ enum: CHANNEL_PARTS }) channel: ChannelPart;
  @Shown({ description: 'whether there is anything to be tried' }) isSet: boolean;
}

export class ChannelList {
  @Shown({ type: [ChannelShown] }) data: ChannelShown[];
}

export class ChannelCheckAnswer {
  @Shown() ok: boolean;
  @Shown({ type: String, nullable: true, description: 'as the other side said it' }) fault: string | null;
  @Shown({ type: 'integer' }) tookMs: number;
}
