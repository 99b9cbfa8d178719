import { ResponseField } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';
import { CONTACT_CHANNELS, type ContactChannel } from './channel-contacts.reader.js';
import { CHANNEL_PARTS, type ChannelPart } from './channel-checks.service.js';

export class DeadLetterEvent {
  @ResponseField() id: string;
  @ResponseField() type: string;
  @ResponseField({ format: 'date-time' }) at: string;
  @ResponseField({ type: 'integer' }) attempts: number;
  @ResponseField({ type: String, nullable: true }) fault: string | null;
}

export class DeadLetterEvents {
  @ResponseField({ type: [DeadLetterEvent] }) data: DeadLetterEvent[];
}

export class FailedJob {
  @ResponseField() id: string;
  @ResponseField() queue: string;
  @ResponseField({ type: 'integer' }) attempts: number;
  @ResponseField({ type: String, nullable: true }) fault: string | null;
}

export class FailedJobs {
  @ResponseField({ type: [FailedJob] }) data: FailedJob[];
}

export class QuarantinedMailAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: String, nullable: true }) messageId: string | null;
  @ResponseField({ type: String, nullable: true }) sender: string | null;
  @ResponseField() envelopeFrom: string;
  @ResponseField({ type: [String] }) recipients: string[];
  @ResponseField({ type: String, nullable: true }) fault: string | null;
  @ResponseField({ type: 'integer' }) size: number;
  @ResponseField({ format: 'date-time' }) receivedAt: string;
}

export class QuarantinedMailPage {
  @ResponseField({ type: [QuarantinedMailAnswer] }) data: QuarantinedMailAnswer[];
  @ResponseField() meta: PageMeta;
}

export class FaultyMailAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: String, nullable: true }) messageId: string | null;
  @ResponseField({ type: String, nullable: true }) sender: string | null;
  @ResponseField({ type: [String] }) recipients: string[];
  @ResponseField({ type: [String], example: ['charset.wrong'] }) faults: string[];
  @ResponseField({ type: 'integer' }) size: number;
  @ResponseField() state: string;
  @ResponseField({ type: String, nullable: true }) ticket: string | null;
  @ResponseField({ format: 'date-time' }) receivedAt: string;
}

export class FaultyMailPage {
  @ResponseField({ type: [FaultyMailAnswer] }) data: FaultyMailAnswer[];
  @ResponseField() meta: PageMeta;
}

export class IgnoredMailAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ format: 'uuid', description: 'its original, or that of the mail it repeats' })
  mailId: string;
  @ResponseField({ type: String, nullable: true }) messageId: string | null;
  @ResponseField({ type: String, nullable: true }) sender: string | null;
  @ResponseField() envelopeFrom: string;
  @ResponseField({ type: [String] }) recipients: string[];
  @ResponseField({ example: 'mail.repeated' }) reason: string;
  @ResponseField({ type: String, nullable: true }) ticket: string | null;
  @ResponseField({ format: 'date-time' }) receivedAt: string;
}

export class IgnoredMailPage {
  @ResponseField({ type: [IgnoredMailAnswer] }) data: IgnoredMailAnswer[];
  @ResponseField() meta: PageMeta;
}

export class MailboxAnswer {
  @ResponseField({ enum: ['off', 'connecting', 'connected', 'refused', 'lost'] })
  state: 'off' | 'connecting' | 'connected' | 'refused' | 'lost';
  @ResponseField({ type: String, nullable: true, description: 'why it is not connected' }) fault:
    string | null;
  @ResponseField({ type: String, nullable: true, format: 'date-time' }) collectedAt: string | null;
}

export class MailboxState {
  @ResponseField({ type: MailboxAnswer, nullable: true, description: 'null where none is set' })
  mailbox: MailboxAnswer | null;
}

export class ReleasedMail {
  @ResponseField({ description: 'what became of it' }) outcome: string;
}

export class OutgoingMailAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() purpose: string;
  @ResponseField() recipient: string;
  @ResponseField() subject: string;
  @ResponseField({ enum: ['queued', 'sending', 'sent', 'failed'] }) state: string;
  @ResponseField({ type: 'integer' }) attempts: number;
  @ResponseField({ type: String, nullable: true }) lastError: string | null;
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) sentAt: string | null;
}

export class OutgoingMailList {
  @ResponseField({ type: [OutgoingMailAnswer] }) data: OutgoingMailAnswer[];
}

export class ChannelShown {
  @ResponseField({ enum: CHANNEL_PARTS }) channel: ChannelPart;
  @ResponseField({ description: 'whether there is anything to be tried' }) isSet: boolean;
}

export class ContactChannelShown {
  @ResponseField({ enum: CONTACT_CHANNELS }) channel: ContactChannel;
  @ResponseField() isSet: boolean;
  @ResponseField({ description: 'whether a contact ever came in on it' }) used: boolean;
}

export class ChannelList {
  @ResponseField({ type: [ChannelShown] }) data: ChannelShown[];
  @ResponseField({ type: [ContactChannelShown], description: 'the ways in, from end to end' })
  contacts: ContactChannelShown[];
}

export class ChannelCheckAnswer {
  @ResponseField() ok: boolean;
  @ResponseField({ type: String, nullable: true, description: 'as the other side said it' }) fault:
    string | null;
  @ResponseField({ type: 'integer' }) tookMs: number;
}
