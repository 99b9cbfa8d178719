import { Inject, Injectable } from '@nestjs/common';
import type { OfferReason } from '#wasl/contracts';
import { isUuid, notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { rankCandidates, type RankedAgent } from './domain/rank-candidates.js';
import { replayRound } from './domain/round-record.js';
import { decompressRecord } from './round-store.js';

/** More candidates than this are not shown. */
const MAX_CANDIDATES = 30;

export interface NamedCandidate extends Omit<RankedAgent, 'agentId'> {
  agent: { id: string; name: string };
  /** the reason with which they declined an earlier offer of the same work */
  declinedFor: string | null;
}

/** A stored choice of the router. */
export interface Decision {
  at: Date;
  pool: string;
  rulesVersion: number;
  agentId: string;
  why: OfferReason[];
  /** agents considered, and work items assigned in the same round */
  considered: { agents: number; work: number };
  /** the choice that the same inputs lead to now, under the rules of that time */
  repeated: { agentId: string; why: OfferReason[] } | null;
  /** candidates, best first, limited in number */
  candidates: NamedCandidate[];
  /** preferred skills, including the required ones */
  wishes: { skill: string; level: number }[];
}

/** Explains why an offer went to its agent: the stored inputs, and the choice replayed from them. */
@Injectable()
export class Decisions {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws not_found `offer.decision_not_found` when a person chose, or the record has been removed */
  async ofOffer(offerId: string): Promise<Decision> {
    const [row] = await this.database.query<Row>(
      `SELECT o.agent_id AS "agentId", o.why, o.work_id AS "workId", r.at, r.pool, r.rules_version AS "rulesVersion",
              r.record FROM offer o JOIN routing_round r ON r.id = o.round_id WHERE o.id = $1`,
      [isUuid(offerId) ? offerId : null],
    );
    return this.decisionOf(row);
  }

  /** The same for a call, which is assigned without an offer. */
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
    const record = await decompressRecord(row.record);
    const replayed = replayRound(record).find((one) => one.workId === workId);
    const { agents, wishes } = rankCandidates(record, workId);
    return {
      ...{ at, pool, rulesVersion, agentId, why, wishes },
      considered: { agents: record.agents.length, work: record.work.length },
      repeated: replayed ? { agentId: replayed.agentId, why: replayed.why } : null,
      candidates: await this.named(agents.slice(0, MAX_CANDIDATES), workId),
    };
  }

  private async named(agents: RankedAgent[], workId: string): Promise<NamedCandidate[]> {
    const rows = await this.database.query<{ id: string; name: string; declinedFor: string | null }>(
      `SELECT s.id, s.name, (SELECT o.decline_reason FROM offer o
                              WHERE o.work_id = $2 AND o.agent_id = s.id AND o.state = 'declined'
                              ORDER BY o.made_at DESC LIMIT 1) AS "declinedFor"
         FROM staff s WHERE s.id = ANY($1::uuid[])`,
      [agents.map(({ agentId }) => agentId), workId],
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    return agents.map(({ agentId, ...rest }) => ({
      agent: { id: agentId, name: known.get(agentId)?.name ?? '' },
      ...rest,
      declinedFor: known.get(agentId)?.declinedFor ?? null,
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
