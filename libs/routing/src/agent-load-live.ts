import { Injectable } from '@nestjs/common';
import type { AgentCapacity, DomainEvent } from '#wasl/contracts';
import { type LiveMessage, OnEvent, type ProjectionResult, type ProjectionTx } from '#wasl/platform';

/** Tells boards how much work agents hold: one message an agent and batch. Presence alone does not show who is full. */
@Injectable()
export class AgentLoadLive {
  @OnEvent(['work.changed', 'offer.closed'], { as: 'projection', order: 65 })
  async tell(
    tx: ProjectionTx,
    events: DomainEvent<'work.changed' | 'offer.closed'>[],
  ): Promise<ProjectionResult | void> {
    const ids = new Set(events.flatMap(agentsOf));
    if (ids.size === 0) return;
    const rows = await tx.query<AgentCapacity & { id: string }>(
      `SELECT s.id, s.capacity_units AS units,
              (SELECT coalesce(sum(w.units), 0)::int FROM work w
                WHERE w.agent_id = s.id AND w.state IN ('offered', 'assigned')) AS held
         FROM staff s WHERE s.id = ANY($1::uuid[])`,
      [[...ids]],
    );
    const messages = rows.map(({ id, ...capacity }): LiveMessage => ({
      room: 'board',
      type: 'agent.load',
      data: { id, capacity },
    }));
    return { messages };
  }
}

const agentsOf = ({ data }: DomainEvent<'work.changed' | 'offer.closed'>): string[] =>
  [data.agentId, 'fromAgentId' in data ? data.fromAgentId : null].filter((id) => typeof id === 'string');
