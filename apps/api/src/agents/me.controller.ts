import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal, Requires } from '#wasl/platform';
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
  @Requires('presence.own')
  @ApiOkResponse({ type: PresenceAnswer })
  getPresence(@Caller() caller: Principal): Promise<PresenceAnswer> {
    return this.presence.get(caller.id);
  }

  @Put('presence')
  @Requires('presence.own')
  @ApiOkResponse({ type: PresenceAnswer })
  async setPresence(@Body() body: PresenceBody, @Caller() caller: Principal): Promise<PresenceAnswer> {
    await this.presence.set(caller.id, body.state, body.reason ?? null);
    return this.presence.get(caller.id);
  }

  @Get('offers')
  @Requires('offer.own')
  @ApiOkResponse({ type: OfferList })
  async listOffers(@Caller() caller: Principal): Promise<OfferList> {
    return { data: await this.offers.openOffersOf(caller.id) };
  }
}
