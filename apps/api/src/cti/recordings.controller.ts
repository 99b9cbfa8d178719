import { pipeline } from 'node:stream/promises';
import { Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CallLog, CallRecordings, type LoggedCall } from '#wasl/channels';
import { notFound } from '#wasl/kernel';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { parseTicketNumber, TicketReader } from '#wasl/tickets';
import { AuditRecorder } from '../audit/audit-recorder.js';
import { RecentReads } from '../audit/recent-reads.js';
import { CallsOfTicket } from './cti.dto.js';
import { forListener } from './for-listener.js';
import { rangeOf } from './range-of.js';

/** Recordings of calls: supervisors listen to all, agents to their own when the operator wants it. */
@ApiTags('phone')
@Controller('api/v1')
export class RecordingsController {
  private readonly recent = new RecentReads();

  constructor(
    @Inject(CallRecordings) private readonly recordings: CallRecordings,
    @Inject(CallLog) private readonly log: CallLog,
    @Inject(TicketReader) private readonly tickets: TicketReader,
    @Inject(AuditRecorder) private readonly audit: AuditRecorder,
  ) {}

  @Get('tickets/:number/calls')
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CallsOfTicket })
  async ofTicket(
    @Param('number') number: string,
    @CurrentPrincipal() caller: Principal,
  ): Promise<CallsOfTicket> {
    const known = parseTicketNumber(number);
    if (!known) throw notFound('ticket.not_found');
    const calls = await this.log.ofTicket(await this.tickets.idOf(known));
    return { data: calls.map((call) => forListener(call, this.recordings, caller)).map(withoutNumbers) };
  }

  /** Sound, whole or the range that is asked for. Playing is in the audit trail before it begins. */
  @Get('cti/recordings/:id')
  @RequiresPermission('call.own')
  @ApiProduces('audio/wav', 'audio/mpeg', 'audio/ogg', 'audio/flac', 'audio/mp4', 'audio/aac')
  async play(
    @Param('id') id: string,
    @CurrentPrincipal() caller: Principal,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const recording = await this.recordings.find(id, caller);
    const { size } = recording;
    response.set({
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
      'Accept-Ranges': 'bytes',
    });
    const range = rangeOf(request.headers.range, size);
    if (range === 'unsatisfiable') {
      response.status(416).set('Content-Range', `bytes */${size}`).end();
      return;
    }
    await this.notePlaying(recording, caller, range?.start ?? 0);
    const content = await this.recordings.read(recording.id, range ?? undefined);
    if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
    response.set({
      'Content-Type': recording.type,
      'Content-Length': String(range ? range.end - range.start + 1 : size),
      'Content-Disposition': 'attachment; filename="recording"',
    });
    await pipeline(content, response);
  }

  /** Has a recording that could not be fetched fetched again. */
  @Post('cti/recordings/:id/fetch')
  @HttpCode(202)
  @RequiresPermission('call.listen')
  async fetchAgain(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.recordings.retry(id, caller.id);
  }

  /** A player asks for the beginning, and then for parts as the listener moves in it: that is one playing. */
  private notePlaying(
    { id, interactionId }: { id: string; interactionId: string },
    listener: Principal,
    start: number,
  ): Promise<void> {
    const note = () =>
      this.audit.record({
        actorId: listener.id,
        action: 'recording.played',
        targetKind: 'recording',
        targetId: id,
        detail: { call: interactionId },
      });
    return this.recent.noteUnlessRecent([listener.id, id], performance.now(), note, { again: start === 0 });
  }
}

function withoutNumbers(call: LoggedCall & { recording: { mayListen: boolean } }) {
  const { id, direction, state, missed, agent, startedAt, answeredAt, times, recording } = call;
  return { id, direction, state, missed, agent, startedAt, answeredAt, talk: times.talk, recording };
}
