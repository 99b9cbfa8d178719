import { Inject, Injectable } from '@nestjs/common';
import type { TicketStatus } from '#wasl/contracts';
import { type UiLanguage } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import {
  distanceMetres,
  boundingBoxAround,
  formatTicketNumber,
  hasComparableAddress,
  nearestFirst,
  parseTicketNumber,
  type Point,
  SAME_PLACE_METRES,
} from '#wasl/tickets';
import { OPEN_STATUSES } from '../open311/domain/status-notes.js';
import { PUBLIC_REQUESTS } from '../open311/public-requests.service.js';
import { countFollowers } from './follow-reports.service.js';

/** An open report as shown to the public, without the reporter's words. */
export interface NearbyReport {
  /** grouped */
  number: string;
  serviceName: string;
  status: TicketStatus;
  filedAt: Date;
  /** as shown to the public */
  address: string | null;
  /** distance from the requested place; null when only the address text matches */
  metres: number | null;
  followers: number;
}

/** What somebody is about to report. */
export interface NearbyReportQuery {
  /** code */
  service: string;
  point: Point | null;
  address: string | null;
  /** numbers that were offered before and rejected */
  except: string[];
}

export const MAX_NEARBY = 5;
/** Limits on the rows read: within the box, and among the latest public reports. */
const MAX_READ = 200;
const MAX_LATEST = 5_000;
const MAX_DAYS = 90;

interface Row {
  id: string;
  number: string;
  name: string;
  status: TicketStatus;
  filedAt: Date;
  address: string | null;
  lat: number | null;
  long: number | null;
}

/**
 * Finds open reports about the same matter at the same place, so that one can be followed instead of reported again.
 */
@Injectable()
export class NearbyReports {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(
    { service, point, address, except }: NearbyReportQuery,
    language: UiLanguage,
  ): Promise<NearbyReport[]> {
    const hasWords = hasComparableAddress(address);
    if (service === '' || (!point && !hasWords)) return [];
    const box = point && boundingBoxAround(point, SAME_PLACE_METRES);
    const rows = await this.database.query<Row>(SELECT[language], [
      service,
      box && [box.west, box.south, box.east, box.north],
      hasWords,
      except.map(parseTicketNumber).filter((number) => number !== null),
      OPEN_STATUSES,
    ]);
    const found = rows.flatMap((row) => {
      const metres = distanceMetres({ point, address }, { point: pointOf(row), address: row.address });
      return metres === undefined ? [] : [{ ...row, metres }];
    });
    const shown = nearestFirst(found).slice(0, MAX_NEARBY);
    const followers = await countFollowers(
      this.database,
      shown.map(({ id }) => id),
    );
    return shown.map(({ id, number, name, status, filedAt, metres, address: written }) => ({
      number: formatTicketNumber(number),
      serviceName: name,
      status,
      filedAt,
      address: written,
      metres,
      followers: followers.get(id) ?? 0,
    }));
  }
}

const pointOf = ({ lat, long }: Row): Point | null => (lat !== null && long !== null ? { lat, long } : null);

const select = (name: string) => `
WITH near AS (
  SELECT id FROM ticket
   WHERE point(long, lat) <@ box(point(($2::float8[])[1], ($2::float8[])[2]), point(($2::float8[])[3], ($2::float8[])[4]))
     AND lat IS NOT NULL AND long IS NOT NULL AND status IN ('new', 'open', 'pending')
   LIMIT ${MAX_READ}),
latest AS (
  SELECT ticket_id AS id FROM (
    SELECT ticket_id, filed_at FROM open311_request WHERE public ORDER BY filed_at DESC, ticket_id DESC LIMIT ${MAX_LATEST}) x
   WHERE $3 AND filed_at > now() - ${MAX_DAYS} * interval '1 day')
SELECT t.id, t.number, v.${name} AS name, t.status, o.filed_at AS "filedAt", t.address, t.lat, t.long
  FROM (SELECT id FROM near UNION SELECT id FROM latest) found
  JOIN (${PUBLIC_REQUESTS}) ON t.id = found.id
 WHERE v.code = $1 AND t.status = ANY ($5::text[]) AND t.number <> ALL ($4::bpchar[])
 ORDER BY o.filed_at DESC LIMIT ${MAX_LATEST}`;
const SELECT: Record<UiLanguage, string> = { ar: select('name_ar'), en: select('name_en') };
