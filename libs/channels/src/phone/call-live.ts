import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, Notice } from '#wasl/contracts';
import { type Database, type LiveMessage, OnEvent } from '#wasl/platform';
import { ScreenPops } from './screen-pops.service.js';

type CallEvent = DomainEvent<
  'call.ringing' | 'call.answered' | 'call.ended' | 'call.changed' | 'call.stopped'
>;

/**
 * Those at whose desks it rings are told, and nobody else; so they are when it stops. Who answers is told the call
 * whole, as it need not have rung at their desk, or not while they were looking; from the others it goes.
 */
@Injectable()
export class CallLive {
  constructor(@Inject(ScreenPops) private readonly pops: ScreenPops) {}

  @OnEvent(['call.ringing', 'call.answered', 'call.ended', 'call.changed', 'call.stopped'], { as: 'live' })
  async called(events: CallEvent[], query: Database['query']): Promise<LiveMessage[][]> {
    const messages: LiveMessage[][] = [];
    for (const event of events) messages.push(await this.messagesOf(event, query));
    return messages;
  }

  private async messagesOf(event: CallEvent, query: Database['query']): Promise<LiveMessage[]> {
    const { agentId, interactionId } = event.data;
    const { type } = event;
    const ofOne = type === 'call.ringing' || type === 'call.changed' || type === 'call.stopped';
    const concerned = ofOne && agentId ? [agentId] : await this.pops.shownTo(interactionId, query);
    const whole = type === 'call.ringing' || type === 'call.changed' || type === 'call.answered';
    const call = whole ? await this.pops.for(interactionId, query) : null;
    if (whole && !call) return [];
    const told: Notice = call
      ? { kind: type as 'call.ringing' | 'call.changed' | 'call.answered', ...call }
      : { kind: type as 'call.ended' | 'call.stopped', interactionId };
    const gone: Notice = { kind: 'call.stopped', interactionId };
    return concerned.map((id) => ({
      room: `me:${id}`,
      type: 'notice',
      data: type === 'call.answered' && id !== agentId ? gone : told,
    }));
  }
}
