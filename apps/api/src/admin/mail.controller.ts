import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { IgnoredMail, MailboxHealth, OriginalMail, QuarantinedMail } from '#wasl/channels';
import type { AuditDetail } from '#wasl/contracts';
import { OutgoingMail } from '#wasl/notifications';
import { CurrentPrincipal, pageRequest, type Principal, RequiresPermission } from '#wasl/platform';
import { TicketReader } from '#wasl/tickets';
import { AuditRecorder } from '../audit/audit-recorder.js';
import { sendOriginal } from '../tickets/send-original.js';
import {
  FaultyMailPage,
  IgnoredMailPage,
  MailboxState,
  OutgoingMailList,
  QuarantinedMailPage,
  ReleasedMail,
} from './admin.dto.js';

/** Incoming mail that could not be parsed, and outgoing mail. */
@ApiTags('mail')
@Controller('api/v1')
export class MailController {
  constructor(
    @Inject(QuarantinedMail) private readonly quarantine: QuarantinedMail,
    @Inject(IgnoredMail) private readonly ignored: IgnoredMail,
    @Inject(OriginalMail) private readonly originals: OriginalMail,
    @Inject(OutgoingMail) private readonly outgoing: OutgoingMail,
    @Inject(TicketReader) private readonly tickets: TicketReader,
    @Inject(AuditRecorder) private readonly audit: AuditRecorder,
    @Inject(MailboxHealth) private readonly mailbox: MailboxHealth,
  ) {}

  /** Whether the mailbox that we collect from can be reached. */
  @Get('admin/mail/mailbox')
  @RequiresPermission('admin.mail')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: MailboxState })
  async mailboxState(): Promise<MailboxState> {
    return { mailbox: await this.mailbox.read() };
  }

  @Get('admin/mail/quarantined')
  @RequiresPermission('admin.mail')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: QuarantinedMailPage })
  list(@Query() query: Record<string, unknown>): Promise<QuarantinedMailPage> {
    return this.quarantine.list(pageRequest(query));
  }

  /** The original mail as a download, so that browsers never render it as a page of ours. */
  @Get('admin/mail/quarantined/:id/raw')
  @RequiresPermission('admin.mail')
  @ApiProduces('message/rfc822')
  async raw(
    @Param('id') id: string,
    @Res() response: Response,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    const raw = await this.quarantine.raw(id);
    // Audited first, so that nothing is read without an audit entry.
    await this.note(caller, 'mail.read_raw', id);
    sendOriginal(response, raw);
  }

  /** Mail that was accepted although part of it could not be parsed. */
  @Get('admin/mail/faulty')
  @RequiresPermission('admin.mail')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: FaultyMailPage })
  faulty(@Query() query: Record<string, unknown>): Promise<FaultyMailPage> {
    return this.originals.faulty(pageRequest(query));
  }

  /** Mail that was accepted but became neither a message nor a ticket, with the reason. */
  @Get('admin/mail/ignored')
  @RequiresPermission('admin.mail')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: IgnoredMailPage })
  listIgnored(@Query() query: Record<string, unknown>): Promise<IgnoredMailPage> {
    return this.ignored.list(pageRequest(query));
  }

  @Get('admin/mail/:id/original')
  @RequiresPermission('admin.mail')
  @ApiProduces('message/rfc822')
  async original(
    @Param('id') id: string,
    @Res() response: Response,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    const raw = await this.originals.byId(id);
    await this.note(caller, 'mail.read_raw', id);
    sendOriginal(response, raw);
  }

  @Post('admin/mail/quarantined/:id/retry')
  @HttpCode(200)
  @RequiresPermission('admin.mail')
  @ApiOkResponse({ type: ReleasedMail })
  async retry(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<ReleasedMail> {
    const received = await this.quarantine.retry(id);
    await this.note(caller, 'mail.released', id, { outcome: received.outcome });
    return { outcome: received.outcome };
  }

  @Post('admin/mail/quarantined/:id/ignore')
  @HttpCode(204)
  @RequiresPermission('admin.mail')
  async ignore(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.quarantine.ignore(id);
    await this.note(caller, 'mail.ignored', id);
  }

  @Get('tickets/:number/mail')
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: OutgoingMailList })
  async ofTicket(@Param('number') number: string): Promise<OutgoingMailList> {
    return { data: await this.outgoing.ofTicket(this.tickets.numberFrom(number)) };
  }

  @Post('mail/:id/retry')
  @HttpCode(204)
  @RequiresPermission('ticket.reply')
  async sendAgain(@Param('id') id: string): Promise<void> {
    await this.outgoing.retry(id);
  }

  private note(
    caller: Principal,
    action: 'mail.read_raw' | 'mail.released' | 'mail.ignored',
    id: string,
    detail: AuditDetail = {},
  ): Promise<void> {
    return this.audit.record({ actorId: caller.id, action, targetKind: 'mail', targetId: id, detail });
  }
}
