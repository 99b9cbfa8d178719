import { Controller, Delete, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Sessions } from '#wasl/identity';
import { CurrentPrincipal, type Principal, SignedIn } from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from '../live/live-server.js';
import { SessionsShown } from './session.dto.js';

/** The sessions of the caller. */
@ApiTags('session')
@Controller('api/v1/me/sessions')
export class MySessionsController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(LiveServer) private readonly live: LiveServer,
  ) {}

  @Get()
  @SignedIn()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SessionsShown })
  async list(@CurrentPrincipal() caller: Principal): Promise<SessionsShown> {
    return { data: await this.sessions.list(caller.id, caller.sessionId) };
  }

  /** Ends one of the caller's sessions and its sockets. */
  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  async end(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    const { lastOne } = await this.sessions.end(caller.id, id, caller.id);
    this.live.disconnectSession(id);
    if (lastOne) await this.presence.signedOut(caller.id);
  }

  /** Ends all sessions but the current one. */
  @Delete()
  @HttpCode(204)
  @SignedIn()
  async endOthers(@CurrentPrincipal() caller: Principal): Promise<void> {
    const ended = await this.sessions.endOthers(caller.id, caller.sessionId, caller.id);
    for (const id of ended) this.live.disconnectSession(id);
  }
}
