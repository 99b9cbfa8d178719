import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal, Requires } from '#wasl/platform';
import { Offers } from '#wasl/routing';
import { AcceptedOffer, DeclineBody } from './agents.dto.js';

@ApiTags('agents')
@Controller('api/v1/offers')
export class OffersController {
  constructor(@Inject(Offers) private readonly offers: Offers) {}

  @Post(':id/accept')
  @HttpCode(200)
  @Requires('offer.own')
  @ApiOkResponse({ type: AcceptedOffer })
  accept(@Param('id') id: string, @Caller() caller: Principal): Promise<AcceptedOffer> {
    return this.offers.accept(id, caller.id);
  }

  @Post(':id/decline')
  @HttpCode(204)
  @Requires('offer.own')
  async decline(
    @Param('id') id: string,
    @Body() body: DeclineBody,
    @Caller() caller: Principal,
  ): Promise<void> {
    await this.offers.decline(id, caller.id, body.reason);
  }
}
