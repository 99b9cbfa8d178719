import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PERMISSIONS, type Permission } from '#wasl/contracts';
import { ApiTokens } from '#wasl/identity';
import { invalidField } from '#wasl/kernel';
import { Caller, type Principal, Requires } from '#wasl/platform';
import { NewTokenBody, NewTokenView, TokenList } from './session.dto.js';

@ApiTags('session')
@Controller('api/v1/tokens')
export class TokensController {
  constructor(@Inject(ApiTokens) private readonly tokens: ApiTokens) {}

  @Post()
  @Requires('token.manage')
  @ApiCreatedResponse({ type: NewTokenView })
  async create(@Body() body: NewTokenBody, @Caller() caller: Principal): Promise<NewTokenView> {
    if (!body.permissions.every((name) => PERMISSIONS.includes(name as Permission))) {
      throw invalidField('permissions', 'choice');
    }
    const made = await this.tokens.create(caller, body.name, body.permissions as Permission[]);
    return { ...made, createdAt: made.createdAt.toISOString() };
  }

  @Get()
  @Requires('token.manage')
  @ApiOkResponse({ type: TokenList })
  async list(): Promise<TokenList> {
    const tokens = await this.tokens.list();
    return { data: tokens.map((token) => ({ ...token, createdAt: token.createdAt.toISOString() })) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('token.manage')
  async revoke(@Param('id', ParseUUIDPipe) id: string, @Caller() caller: Principal): Promise<void> {
    await this.tokens.revoke(id, caller.id);
  }
}
