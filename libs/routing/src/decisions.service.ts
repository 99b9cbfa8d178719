import { Inject, Injectable } from '@nestjs/common';
import type { OfferReason } from '#wasl/contracts';
import { isUuid, notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { rankedFor, type RankedAgent } from './domain/rank-candidates.js';
import { replayRound } from './domain/round-record.js';
import { unpackRecord } from './round-store.js';

/** More than anybody reads through. */
const MOST_SHOWN = 30;

export interface NamedCandidate extends Omit<RankedAgent, 'agentId'> {
  agent: { id: string; name: string };
}

/** A choice of the router, as it was kept. */
export interface Decision {
  at: Date;
  pool: string;
  rulesVersion: number;
  agentId: string;
  why: OfferReason[];
  /** agents who were looked at, and pieces of work that were given in the same round */
  considered: { agents: number; work: number };
  /** whom the same inputs lead to now, by the rules of then */
  repeated: { agentId: string; why: OfferReason[] } | null;
  /** those who came into question, best first; not more than can be read */
  candidates: NamedCandidate[];
  /** what was wished for, required skills included */
  wishes: { skill: string; level: number }[];
}

/** Why an offer was made to whom it was made: what was kept, and the same choice made once more. */
@Injectable()
export class Decisions {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws not_found `offer.decision_not_found` when it was a person's choice, or is kept no more */
  async ofOffer(offerId: string): Promise<Decision> {
    const [row] = await this.database.query<Row>(
      `SELECT o.agent_id AS "agentId", o.why, o.work_id AS "workId", r.at, r.pool, r.rules_version AS "rulesVersion",
              r.record FROM offer o JOIN routing_round r ON r.id = o.round_id WHERE o.id = $1`,
      [isUuid(offerId) ? offerId : null],
    );
    return this.decisionOf(row);
  }

  /** The same for a call, which is given without an offer. */
  async ofCall(interactionId: string): Promise<Decision> {
    const [row] = await this.database.query<Row>(
      `SELECT w.agent_id AS "agentId", w.why, w.interaction_id AS "workId", r.at, r.pool,
              r.rules_version AS "rulesVersion", r.record
         FROM work w JOIN routing_round r ON r.id = w.round_id WHERE w.interaction_id = $1
        ORDER BY w.id DESC LIMIT 1`,
      [isUuid(interactionId) ? interactionId : null],
    );
    return this.decisionOf(row);
  }

  private async decisionOf(row: Row | undefined): Promise<Decision> {
    if (!row) throw notFound('offer.decision_not_found');
    const { agentId, why, at, pool, rulesVersion, workId } = row;
    const record = await unpackRecord(row.record);
    const again = replayRound(record).find((one) => one.workId === workId);
    const { agents, wishes } = rankedFor(record, workId);
    return {
      ...{ at, pool, rulesVersion, agentId, why, wishes },
      considered: { agents: record.agents.length, work: record.work.length },
      repeated: again ? { agentId: again.agentId, why: again.why } : null,
      candidates: await this.named(agents.slice(0, MOST_SHOWN)),
    };
  }

  private async named(agents: RankedAgent[]): Promise<NamedCandidate[]> {
    const rows = await this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM staff WHERE id = ANY($1::uuid[])',
      [agents.map(({ agentId }) => agentId)],
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return agents.map(({ agentId, ...rest }) => ({
      agent: { id: agentId, name: names.get(agentId) ?? '' },
      ...rest,
    }));
  }
}

interface Row {
  agentId: string;
  why: OfferReason[];
  workId: string;
  at: Date;
  pool: string;
  rulesVersion: number;
  record: Buffer;
}
