import { Shown } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';

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
  @Shown({ format: 'date-time' }) receivedAt: string;
  @Shown() envelopeFrom: string;
  @Shown({ type: [String] }) recipients: string[];
  @Shown({ type: String, nullable: true }) fault: string | null;
}

export class QuarantinedMailPage {
  @Shown({ type: [QuarantinedMailAnswer] }) data: QuarantinedMailAnswer[];
  @Shown() meta: PageMeta;
}
