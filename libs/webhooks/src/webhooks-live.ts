import { Injectable } from '@nestjs/common';
import { type DomainEvent, rolesWith } from '#wasl/contracts';
import { type Database, type LiveMessage, OnEvent } from '#wasl/platform';

/** Those who may enable a webhook again are told at their screens that it was disabled. */
@Injectable()
export class WebhooksLive {
  @OnEvent(['webhook.disabled'], { as: 'live' })
  async disabled(
    events: DomainEvent<'webhook.disabled'>[],
    query: Database['query'],
  ): Promise<LiveMessage[][]> {
    const staff = await query<{ id: string }>(
      'SELECT id FROM staff WHERE disabled_at IS NULL AND role = ANY ($1)',
      [rolesWith('admin.webhooks')],
    );
    return events.map(({ type, data }) =>
      staff.map(({ id }) => ({ room: `me:${id}`, type: 'notice', data: { kind: type, ...data } }) as const),
    );
  }
}
