import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { concatMap, from, type Observable, switchMap } from 'rxjs';
import { DownloadCounts } from '#wasl/audit';
import { Catalogue } from '#wasl/directory';
import { isUuid } from '#wasl/kernel';
import { Database, type Principal, sourceOf } from '#wasl/platform';
import { parseTicketNumber, type TicketView } from '#wasl/tickets';
import { AuditRecorder } from './audit-recorder.js';
import { RecentSearches } from './recent-searches.js';
import { personSearchFields } from './person-search-fields.js';

/** Files read by one person in an hour that cause an entry; then again at each doubling. */
const MANY_FILES = 50;
const TICKET = '/api/v1/tickets/:number';
/** By whichever way, what a referral shares of a ticket is a part of it. */
const REFERRAL = /^\/api\/v1\/(entity\/)?referrals\/:id/;

type Reading = Request & { principal?: Principal; route?: { path: string } };

/**
 * Audits what staff and tokens read about people: tickets of restricted services, searches for a person, exported reports, many
 * files. The entry is stored before the answer is sent, so there may be one for a request that then failed.
 */
@Injectable()
export class AuditReadsInterceptor implements NestInterceptor {
  private readonly recent = new RecentSearches();

  constructor(
    @Inject(AuditRecorder) private readonly notes: AuditRecorder,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Database) private readonly database: Database,
    @Inject(DownloadCounts) private readonly downloads: DownloadCounts,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.getType() === 'http' ? context.switchToHttp().getRequest<Reading>() : null;
    const { principal } = request ?? {};
    if (!request || !principal) return next.handle();
    const path = request.route?.path ?? '';
    const answer = () => next.handle();
    if (path === '/api/v1/tickets' && request.method === 'GET')
      return from(this.search(request, principal)).pipe(
        switchMap(answer),
        concatMap((body) => this.listed(body as { data: TicketView[] }, request, principal)),
      );
    if (path === '/api/v1/tickets/export')
      return from(this.search(request, principal)).pipe(switchMap(answer));
    const before = this.before(path, request, principal);
    return before ? from(before).pipe(switchMap(answer)) : answer();
  }

  private before(path: string, request: Reading, reader: Principal): Promise<void> | null {
    // Opening a restricted ticket is audited by itself, with its reason.
    if (path === `${TICKET}/opening`) return null;
    if (path.startsWith(TICKET)) return this.ticket(path.slice(TICKET.length + 1), request, reader);
    if (REFERRAL.test(path)) return this.referral(path, request, reader);
    if (path.startsWith('/api/v1/attachments/:id')) return this.file(path, request, reader);
    if (path.startsWith('/api/v1/reports') && isDownload(request)) return this.exported(request, reader);
    if (path === '/api/v1/counter/requesters') return this.person(request, reader);
    return null;
  }

  private async search(request: Reading, reader: Principal): Promise<void> {
    const by = personSearchFields(request.query);
    if (by.length === 0) return;
    const { requester } = request.query;
    await this.recent.noteOnce(reader.id, request.query, performance.now(), () =>
      this.notes.record({
        actorId: reader.id,
        action: 'person.searched',
        targetKind: 'requester',
        targetId: typeof requester === 'string' ? requester.slice(0, 36) : null,
        detail: { by, address: sourceOf(request.ip) },
      }),
    );
  }

  private person(request: Reading, reader: Principal): Promise<void> {
    const clues = (request.body ?? {}) as Record<string, unknown>;
    const by = ['phone', 'email', 'identityNumber'].filter((name) => typeof clues[name] === 'string');
    return this.notes.record({
      actorId: reader.id,
      action: 'person.searched',
      targetKind: 'requester',
      targetId: null,
      detail: { by, address: sourceOf(request.ip) },
    });
  }

  /** Queries the database only when restricted services exist. */
  private async ticket(part: string, request: Reading, reader: Principal): Promise<void> {
    const number = parseTicketNumber(String(request.params.number));
    if (!number || (await this.restricted()).size === 0) return;
    const [row] = await this.database.query<{ service: string }>(
      `SELECT v.code AS service FROM ticket t JOIN service v ON v.id = t.service_id
        WHERE t.number = $1 AND v.restricted`,
      [number],
    );
    if (row) await this.read([number], part, request, reader);
  }

  private async referral(path: string, request: Reading, reader: Principal): Promise<void> {
    const id = String(request.params.id);
    if (!isUuid(id) || (await this.restricted()).size === 0) return;
    const [row] = await this.database.query<{ number: string }>(
      `SELECT t.number FROM referral r JOIN ticket t ON t.id = r.ticket_id JOIN service v ON v.id = t.service_id
        WHERE r.id = $1 AND v.restricted`,
      [id],
    );
    if (row) await this.read([row.number], path.replace(REFERRAL, 'referral'), request, reader);
  }

  private async listed(body: { data: TicketView[] }, request: Reading, reader: Principal): Promise<unknown> {
    const restricted = await this.restricted();
    const numbers = body.data
      .filter(({ service }) => service !== null && restricted.has(service))
      .map(({ number }) => number.replaceAll('-', ''));
    if (numbers.length > 0) await this.read(numbers, 'list', request, reader);
    return body;
  }

  private async read(numbers: string[], part: string, request: Reading, reader: Principal): Promise<void> {
    await this.notes.recordAll(
      numbers.map((number) => ({
        actorId: reader.id,
        action: 'ticket.read_restricted',
        targetKind: 'ticket',
        targetId: number,
        detail: { method: request.method, part, role: reader.role, address: sourceOf(request.ip) },
      })),
    );
  }

  private async file(path: string, request: Reading, reader: Principal): Promise<void> {
    await this.restrictedFile(request, reader);
    if (path.endsWith('/thumbnail')) return;
    const count = await this.downloads.count(reader.id);
    const times = count / MANY_FILES;
    if (!Number.isInteger(Math.log2(times)) || times < 1) return;
    await this.notes.record({
      actorId: reader.id,
      action: 'files.many_read',
      targetKind: 'user',
      targetId: reader.id,
      detail: { count, address: sourceOf(request.ip) },
    });
  }

  /** A file of a restricted ticket is a part of it. */
  private async restrictedFile(request: Reading, reader: Principal): Promise<void> {
    const id = String(request.params.id);
    if (!isUuid(id) || (await this.restricted()).size === 0) return;
    const [row] = await this.database.query<{ number: string }>(
      `SELECT t.number FROM attachment a JOIN ticket t ON t.id = a.ticket_id JOIN service v ON v.id = t.service_id
        WHERE a.id = $1 AND v.restricted`,
      [id],
    );
    if (row) await this.read([row.number], 'attachments', request, reader);
  }

  private exported(request: Reading, reader: Principal): Promise<void> {
    const { from: begin = null, to = null } = request.query as Record<string, string | undefined>;
    return this.notes.record({
      actorId: reader.id,
      action: 'report.exported',
      targetKind: 'report',
      targetId: request.route!.path.replace('/api/v1/reports/', ''),
      detail: { from: text(begin), to: text(to), address: sourceOf(request.ip) },
    });
  }

  private async restricted(): Promise<ReadonlySet<string>> {
    const services = await this.catalogue.currentServices();
    return new Set(services.filter(({ restricted }) => restricted).map(({ code }) => code));
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 40) : null);

/** Like in `report-answer.ts`: everything that is not JSON is a file. */
const isDownload = (request: Request) =>
  request.accepts(['application/json', 'text/csv', XLSX]) !== 'application/json';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
