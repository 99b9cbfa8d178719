import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { Offers, Presence } from '#wasl/routing';
import { OfferList, PresenceAnswer, PresenceBody } from './agents.dto.js';

@ApiTags('agents')
@Controller('api/v1/me')
export class MeController {
  constructor(
    @Inject(Presence) private readonly presence: Presence,
    @Inject(Offers) private readonly offers: Offers,
  ) {}

  @Get('presence')
  @RequiresPermission('presence.own')
  @ApiOkResponse({ type: PresenceAnswer })
  getPresence(@CurrentPrincipal() caller: Principal): Promise<PresenceAnswer> {
    return this.presence.get(caller.id);
  }

  @Put('presence')
  @RequiresPermission('presence.own')
  @ApiOkResponse({ type: PresenceAnswer })
  async setPresence(
    @Body() body: PresenceBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<PresenceAnswer> {
    await this.presence.set(caller.id, body.state, body.reason ?? null);
    return this.presence.get(caller.id);
  }

  @Get('offers')
  @RequiresPermission('offer.own')
  @ApiOkResponse({ type: OfferList })
  async listOffers(@CurrentPrincipal() caller: Principal): Promise<OfferList> {
    return { data: await this.offers.openOffersOf(caller.id) };
  }
}
