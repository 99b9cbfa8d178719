import { Body, Controller, Header, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { SimilarTickets } from '#wasl/tickets';
import { MatterBody, SimilarTicketList } from './similar.dto.js';

@ApiTags('tickets')
@Controller('api/v1/tickets/similar')
export class SimilarController {
  constructor(@Inject(SimilarTickets) private readonly similar: SimilarTickets) {}

  /**
   * Open tickets that may be about the same matter: of the same requester, within a hundred metres, or with similar
   * words; at most ten. The query is personal data, so it is in the body and not in the URL.
   */
  @Post()
  @HttpCode(200)
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SimilarTicketList })
  async to(@Body() matter: MatterBody, @CurrentPrincipal() caller: Principal): Promise<SimilarTicketList> {
    return { data: await this.similar.find(matter, caller) };
  }
}
