import { PUBLIC_REQUESTS, type Stage, stageSql } from '#wasl/channels';
import type { UiLanguage } from '#wasl/kernel';
import type { Database } from '#wasl/platform';
import { survivingTicketId } from '#wasl/tickets';

/** A follower with the data for a notice. */
export interface Follower {
  id: string;
  /** including the rows of the same address for other reports of this ticket */
  ids: string[];
  kind: 'email' | 'phone';
  address: string;
  language: UiLanguage;
  /** twelve digits, of the report that they follow */
  number: string;
  serviceAr: string;
  serviceEn: string;
  entityAr: string;
  entityEn: string;
  stage: Stage;
  /** the owner of the number wants no texts */
  textsStopped: boolean;
}

/** One row for each address, the oldest; reports that are no longer public are excluded. */
export const FOLLOWER_SELECT = `
SELECT (array_agg(f.id ORDER BY f.id))[1] AS id, array_agg(f.id ORDER BY f.id) AS ids, f.kind, f.address,
       (array_agg(f.language ORDER BY f.id))[1] AS language, (array_agg(t.number ORDER BY f.id))[1] AS number,
       (array_agg(v.name_ar ORDER BY f.id))[1] AS "serviceAr", (array_agg(v.name_en ORDER BY f.id))[1] AS "serviceEn",
       (array_agg(e.name_ar ORDER BY f.id))[1] AS "entityAr", (array_agg(e.name_en ORDER BY f.id))[1] AS "entityEn",
       ${stageSql('s.status')} AS stage,
       f.kind = 'phone' AND EXISTS (SELECT 1 FROM address_reach a WHERE a.kind = 'phone' AND a.value = f.address
          AND a.texts_stopped_at IS NOT NULL) AS "textsStopped"
  FROM ${PUBLIC_REQUESTS}
  JOIN entity e ON e.id = v.entity_id
  JOIN report_follower f ON f.ticket_id = t.id
  JOIN ticket s ON s.id = (${survivingTicketId('t.id')})`;

/** A follower whose address is not confirmed yet; null when it was confirmed or deleted. */
export async function readUnconfirmedFollower(database: Database, id: string): Promise<Follower | null> {
  const [row] = await database.query<Follower>(
    `${FOLLOWER_SELECT} WHERE f.id = $1 AND f.confirmed_at IS NULL GROUP BY f.kind, f.address, s.status`,
    [id],
  );
  return row ?? null;
}
