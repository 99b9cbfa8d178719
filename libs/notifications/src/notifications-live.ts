import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { type LiveMessage, OnEvent } from '#wasl/platform';

/** Those who look at a ticket are told that a mail or a text about it could not be delivered. */
@Injectable()
export class NotificationsLive {
  @OnEvent(['mail.failed', 'text.failed'], { as: 'live' })
  async failed(events: DomainEvent<'mail.failed' | 'text.failed'>[]): Promise<LiveMessage[][]> {
    return events.map(({ type, data: { number } }) =>
      number ? [{ room: `ticket:${number}`, type: 'notice', data: { kind: type, number } }] : [],
    );
  }
}
