import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { AuditNote } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import { CLOCK, type Clock, type UiLanguage, unprocessable } from '#wasl/kernel';
import {
  CurrentPrincipal,
  hasPermission,
  preferredLanguage,
  type Principal,
  RequiresPermission,
  sourceOf,
} from '#wasl/platform';
import { exportedTicket, MOST_XLSX_ROWS, ticketTable, writeNdjson } from '#wasl/reporting';
import { TicketExport, type TicketFilter, type TicketView } from '#wasl/tickets';
import { AuditRecorder } from '../audit/audit-recorder.js';
import { CSV, sendFile, XLSX } from '../reports/report-answer.js';
import { type ExportFormat, EXPORT_FORMATS, exportQuery } from './ticket-query.js';

const NDJSON = 'application/x-ndjson';
/** The snapshot of an export keeps PostgreSQL from clearing up; nobody may hold one for longer. */
const LONGEST_MS = 15 * 60_000;

interface Asked {
  format: ExportFormat;
  filter: TicketFilter;
  personal: boolean;
  language: UiLanguage;
}

/** The tickets of a list as a file. */
@ApiTags('tickets')
@Controller('api/v1/tickets/export')
export class TicketExportController {
  constructor(
    @Inject(TicketExport) private readonly exports: TicketExport,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(AuditRecorder) private readonly audit: AuditRecorder,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * All tickets that the list shows with the same filters. What people wrote and who they are is only in the files of
   * those with `ticket.export_personal`. One export per person at a time.
   */
  @Get()
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'format', enum: EXPORT_FORMATS })
  @ApiQuery({ name: 'queue', required: false })
  @ApiQuery({ name: 'status', required: false, description: 'one or several, separated by commas' })
  @ApiQuery({ name: 'assignee', required: false, description: 'me, none, or an id' })
  @ApiQuery({ name: 'requester', required: false })
  @ApiQuery({ name: 'held', required: false, enum: ['waiting'], description: 'with messages to review' })
  @ApiQuery({ name: 'q', required: false })
  @ApiQuery({ name: 'sort', required: false, enum: ['-createdAt', 'createdAt'] })
  @ApiProduces(CSV, XLSX, NDJSON)
  @ApiOkResponse({ description: 'the file' })
  async download(
    @Query() query: Record<string, unknown>,
    @CurrentPrincipal() caller: Principal,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked: Asked = {
      ...exportQuery(query, caller.id),
      personal: hasPermission(caller, 'ticket.export_personal'),
      language: preferredLanguage(request.headers['accept-language']),
    };
    await this.catalogue.warmUp();
    const noteOf = noteFor(caller, request);
    await this.exports.run(asked.filter, caller, async ({ count, batches }) => {
      if (asked.format === 'xlsx' && count >= MOST_XLSX_ROWS)
        throw unprocessable('export.too_many_rows', { most: MOST_XLSX_ROWS - 1 });
      await this.audit.record(noteOf('ticket.exported', null, { ...detailOf(asked), rows: count }));
      const timer = setTimeout(() => response.destroy(), LONGEST_MS);
      try {
        await this.send(asked, this.noted(batches, noteOf), response);
      } finally {
        clearTimeout(timer);
      }
    });
  }

  private async send(asked: Asked, rows: AsyncIterable<TicketView[]>, response: Response): Promise<void> {
    const { format, personal, language } = asked;
    const name = `tickets-${new Date(this.clock.now()).toISOString().slice(0, 10)}`;
    response.vary('Accept-Language');
    if (format === 'ndjson') {
      response.setHeader('Content-Type', NDJSON);
      response.setHeader('Content-Disposition', `attachment; filename="${name}.ndjson"`);
      return writeNdjson(
        mapped(rows, (ticket) => exportedTicket(ticket, personal)),
        response,
      );
    }
    const zone = this.country.zones[0]!;
    const table = ticketTable({ language, zone, personal, names: await this.names(language) });
    await sendFile(response, { type: format === 'csv' ? CSV : XLSX, table, rows, name });
  }

  /** As in a list, each ticket of a restricted service is audited before it leaves. */
  private async *noted(
    batches: AsyncIterable<TicketView[]>,
    noteOf: ReturnType<typeof noteFor>,
  ): AsyncGenerator<TicketView[]> {
    const services = await this.catalogue.services();
    const restricted = new Set(services.filter((row) => row.restricted).map(({ code }) => code));
    for await (const tickets of batches) {
      const read = tickets.filter(({ service }) => service !== null && restricted.has(service));
      if (read.length > 0)
        await this.audit.recordAll(
          read.map(({ number }) =>
            noteOf('ticket.read_restricted', number.replaceAll('-', ''), { part: 'export' }),
          ),
        );
      yield tickets;
    }
  }

  private async names(language: UiLanguage) {
    const [queues, entities, services] = await Promise.all([
      this.catalogue.queues(),
      this.catalogue.entities(),
      this.catalogue.services(),
    ]);
    const nameOf = (row: { nameAr: string; nameEn: string }) => (language === 'ar' ? row.nameAr : row.nameEn);
    return {
      queue: new Map(queues.map((row) => [row.key, nameOf(row)])),
      entity: new Map(entities.map((row) => [row.key, nameOf(row)])),
      service: new Map(services.map((row) => [row.code, nameOf(row)])),
    };
  }
}

async function* mapped<From, To>(
  batches: AsyncIterable<From[]>,
  map: (row: From) => To,
): AsyncGenerator<To[]> {
  for await (const batch of batches) yield batch.map(map);
}

const noteFor =
  (caller: Principal, request: Request) =>
  (action: AuditNote['action'], number: string | null, detail: AuditNote['detail']): AuditNote => ({
    actorId: caller.id,
    action,
    targetKind: 'ticket',
    targetId: number,
    detail: { ...detail, role: caller.role, address: sourceOf(request.ip) },
  });

/** Which filters were used; what was typed or whom it names is not kept. */
function detailOf({ format, filter, personal }: Asked): AuditNote['detail'] {
  const { queue = null, status = [], assignee, held = null, requester, q } = filter;
  const by = [...(requester ? ['requester'] : []), ...(q ? ['q'] : [])];
  return {
    format,
    personal,
    queue,
    status,
    assignee: assignee === null ? 'none' : (assignee ?? null),
    held,
    by,
  };
}
