import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { Decisions, Offers } from '#wasl/routing';
import { AcceptedOffer, DecisionAnswer, DeclineBody } from './agents.dto.js';

@ApiTags('agents')
@Controller('api/v1/offers')
export class OffersController {
  constructor(
    @Inject(Offers) private readonly offers: Offers,
    @Inject(Decisions) private readonly decisions: Decisions,
  ) {}

  /** Why the offer was made to this agent, and whether replaying the same inputs gives the same decision. */
  @Get(':id/decision')
  @RequiresPermission('board.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: DecisionAnswer })
  async decision(@Param('id') id: string): Promise<DecisionAnswer> {
    const { at, ...decision } = await this.decisions.ofOffer(id);
    return { ...decision, at: at.toISOString() };
  }

  @Post(':id/accept')
  @HttpCode(200)
  @RequiresPermission('offer.own')
  @ApiOkResponse({ type: AcceptedOffer })
  accept(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<AcceptedOffer> {
    return this.offers.accept(id, caller.id);
  }

  @Post(':id/decline')
  @HttpCode(204)
  @RequiresPermission('offer.own')
  async decline(
    @Param('id') id: string,
    @Body() body: DeclineBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    await this.offers.decline(id, caller.id, body.reason);
  }
}
