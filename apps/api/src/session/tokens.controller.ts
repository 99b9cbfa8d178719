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
  Post,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PERMISSIONS, type Permission } from '#wasl/contracts';
import { type ApiToken, ApiTokens } from '#wasl/identity';
import { invalidField } from '#wasl/kernel';
import {
  CurrentPrincipal,
  type Principal,
  RequiresRecentConfirmation,
  RequiresPermission,
} from '#wasl/platform';
import { LiveServer } from '../live/live-server.js';
import { NewTokenBody, NewTokenView, TokenList, TokenView } from './session.dto.js';

@ApiTags('session')
@Controller('api/v1/tokens')
export class TokensController {
  constructor(
    @Inject(ApiTokens) private readonly tokens: ApiTokens,
    @Inject(LiveServer) private readonly live: LiveServer,
  ) {}

  @Post()
  @RequiresPermission('token.manage')
  @RequiresRecentConfirmation()
  @Header('Cache-Control', 'no-store')
  @ApiCreatedResponse({ type: NewTokenView })
  async create(@Body() body: NewTokenBody, @CurrentPrincipal() caller: Principal): Promise<NewTokenView> {
    if (!body.permissions.every((name) => PERMISSIONS.includes(name as Permission))) {
      throw invalidField('permissions', 'choice');
    }
    const { token, ...made } = await this.tokens.create(caller, {
      name: body.name,
      permissions: body.permissions as Permission[],
      entity: body.entity ?? undefined,
      expiresAt: body.expiresAt ? new Date(body.expiresAt) : undefined,
    });
    return { ...shown(made), token };
  }

  @Get()
  @RequiresPermission('token.manage')
  @ApiOkResponse({ type: TokenList })
  async list(@CurrentPrincipal() caller: Principal): Promise<TokenList> {
    return { data: (await this.tokens.list(caller)).map(shown) };
  }

  @Delete(':id')
  @HttpCode(204)
  @RequiresPermission('token.manage')
  async revoke(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.tokens.revoke(id, caller);
    this.live.disconnectSession(id);
  }
}

const shown = (token: ApiToken): TokenView => ({
  ...token,
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt?.toISOString() ?? null,
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
});
