import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ROLES, type Role } from '#wasl/contracts';
import {
  IdentityLinks,
  Sessions,
  type StaffFilter,
  type StaffPatch,
  StaffLinks,
  UserAdmin,
} from '#wasl/identity';
import { type FieldFault, invalid, invalidField } from '#wasl/kernel';
import {
  CurrentPrincipal,
  ExpectedVersion,
  Idempotency,
  type IdempotencyClaim,
  pageRequest,
  type Principal,
  RequiresRecentConfirmation,
  RequiresPermission,
} from '#wasl/platform';
import { AgentProfiles, Presence, ReturnWork, RoutingConfig } from '#wasl/routing';
import { LiveServer } from '../live/live-server.js';
import { SessionsShown } from '../session/session.dto.js';
import {
  InvitationAnswer,
  NEW_USER,
  NewUserAnswer,
  UserAnswer,
  UserBody,
  UserPage,
  UserPatchBody,
} from './users.dto.js';

/** Staff accounts with role, queues and skills. */
@ApiTags('administration')
@Controller('api/v1/admin/users')
export class UsersController {
  constructor(
    @Inject(UserAdmin) private readonly users: UserAdmin,
    @Inject(StaffLinks) private readonly links: StaffLinks,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(IdentityLinks) private readonly identities: IdentityLinks,
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
    @Inject(RoutingConfig) private readonly routing: RoutingConfig,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(ReturnWork) private readonly work: ReturnWork,
    @Inject(LiveServer) private readonly live: LiveServer,
  ) {}

  @Get()
  @RequiresPermission('admin.users')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'q', required: false, description: 'part of a name or an address' })
  @ApiQuery({ name: 'role', required: false, enum: ROLES })
  @ApiQuery({ name: 'disabled', required: false, enum: ['true', 'false'] })
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: UserPage })
  list(@Query() query: Record<string, unknown>): Promise<UserPage> {
    return this.users.list(filterOf(query), pageRequest(query));
  }

  @Get(':id')
  @RequiresPermission('admin.users')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: UserAnswer })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<UserAnswer> {
    return this.users.get(id);
  }

  /** The account has no password yet; `invitation.url` is the link where its owner sets one. */
  @Post()
  @RequiresPermission('admin.users')
  @Header('Cache-Control', 'no-store')
  @ApiCreatedResponse({ type: NewUserAnswer })
  async create(
    @Body() body: UserBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim?: IdempotencyClaim,
  ): Promise<NewUserAnswer> {
    await this.requireProfile(body.profile);
    const draft = { ...NEW_USER, ...given(body), email: body.email.toLowerCase() };
    return this.users.create({ ...draft, name: body.name, role: body.role }, caller, claim);
  }

  @Patch(':id')
  @RequiresPermission('admin.users')
  @Header('Cache-Control', 'no-store')
  @ApiHeader({ name: 'If-Match', required: true, description: 'the version last seen, in quotes' })
  @ApiOkResponse({ type: UserAnswer })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UserPatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<UserAnswer> {
    await this.requireProfile(body.profile);
    const patch: StaffPatch = given(body);
    if (patch.email) patch.email = patch.email.toLowerCase();
    const { user, reachChanged } = await this.users.change(id, patch, version, caller);
    this.profiles.invalidate();
    if (reachChanged) {
      this.live.disconnectPerson(id);
      await this.work.returnWork();
    }
    return user;
  }

  /** Issues a new invitation link; earlier links become invalid. */
  @Post(':id/invitation')
  @HttpCode(200)
  @RequiresPermission('admin.users')
  @RequiresRecentConfirmation()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: InvitationAnswer })
  invite(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPrincipal() caller: Principal,
  ): Promise<InvitationAnswer> {
    return this.links.invite(id, caller.id);
  }

  /** The active sessions of an account. */
  @Get(':id/sessions')
  @RequiresPermission('admin.users')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SessionsShown })
  async sessionsOf(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPrincipal() caller: Principal,
  ): Promise<SessionsShown> {
    await this.users.get(id);
    return { data: await this.sessions.list(id, caller.sessionId) };
  }

  /** Ends all sessions and sockets of an account and forgets its known devices. */
  @Delete(':id/sessions')
  @HttpCode(204)
  @RequiresPermission('admin.users')
  async endSessions(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    await this.users.get(id);
    const ended = await this.sessions.endOthers(id, null, caller.id);
    for (const sessionId of ended) this.live.disconnectSession(sessionId);
    if (ended.length > 0) await this.presence.signedOut(id);
  }

  /** Unlinks the account of the identity provider and ends the sessions opened by it. */
  @Delete(':id/identity')
  @HttpCode(204)
  @RequiresPermission('admin.users')
  @RequiresRecentConfirmation()
  async unlink(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    const ended = await this.identities.unlink(id, caller);
    for (const sessionId of ended) this.live.disconnectSession(sessionId);
    if (ended.length > 0 && (await this.sessions.list(id, null)).length === 0)
      await this.presence.signedOut(id);
  }

  private async requireProfile(key: string | undefined): Promise<void> {
    if (key == null) return;
    const { rules } = await this.routing.read();
    if (!Object.hasOwn(rules.profiles, key)) throw invalidField('profile', 'not_found');
  }
}

const NULLABLE = ['extension', 'entity'];

/** An omitted field is unchanged; so is null, except where it clears a value. */
function given(body: UserBody | UserPatchBody): StaffPatch {
  return Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => value !== undefined && (value !== null || NULLABLE.includes(name)),
    ),
  );
}

const FILTERS = ['q', 'role', 'disabled', 'page'];

function filterOf(query: Record<string, unknown>): StaffFilter {
  const faults: FieldFault[] = Object.keys(query)
    .filter((name) => !FILTERS.includes(name))
    .map((path) => ({ path, code: 'unknown' }));
  const one = (name: string, fits: (value: string) => boolean) => {
    const value = query[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && fits(value)) return value;
    faults.push({ path: name, code: 'choice' });
    return undefined;
  };
  const disabled = one('disabled', (value) => value === 'true' || value === 'false');
  const filter = {
    q: one('q', (value) => value.length <= 100),
    role: one('role', (value) => ROLES.includes(value as Role)) as Role | undefined,
    disabled: disabled === undefined ? undefined : disabled === 'true',
  };
  if (faults.length > 0) throw invalid(faults);
  return filter;
}
