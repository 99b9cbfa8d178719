import { Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequiresPermission } from '#wasl/platform';
import { ContactViews, staffActor, TicketContacts, TicketReader, TrackingCodes } from '#wasl/tickets';
import { TicketContactList } from './contacts.dto.js';

/** Contact addresses of a ticket, confirmed or refused by staff, and its tracking code. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:number')
export class ContactsController {
  constructor(
    @Inject(ContactViews) private readonly views: ContactViews,
    @Inject(TicketContacts) private readonly contacts: TicketContacts,
    @Inject(TrackingCodes) private readonly codes: TrackingCodes,
    @Inject(TicketReader) private readonly reader: TicketReader,
  ) {}

  @Get('contacts')
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: TicketContactList })
  async list(@Param('number') number: string): Promise<TicketContactList> {
    return { data: await this.views.ofTicket(this.reader.numberFrom(number)) };
  }

  /** Confirmed with the person. The ticket then belongs to the requester who is known by the address. */
  @Post('contacts/:id/confirm')
  @HttpCode(200)
  @RequiresPermission('ticket.update')
  @ApiOkResponse({ type: TicketContactList })
  confirm(@Param('number') number: string, @Param('id') id: string, @CurrentPrincipal() caller: Principal) {
    return this.decide(number, id, 'confirmed_by_staff', caller);
  }

  /** Nothing about this ticket is sent to the address any more, and tracking codes sent there become invalid. */
  @Post('contacts/:id/refuse')
  @HttpCode(200)
  @RequiresPermission('ticket.update')
  @ApiOkResponse({ type: TicketContactList })
  refuse(@Param('number') number: string, @Param('id') id: string, @CurrentPrincipal() caller: Principal) {
    return this.decide(number, id, 'refused_by_staff', caller);
  }

  /** Replaces the tracking code and sends the new one to a confirmed address. */
  @Post('tracking-code')
  @HttpCode(204)
  @RequiresPermission('ticket.update')
  @ApiNoContentResponse()
  async replaceCode(@Param('number') number: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.codes.replace(this.reader.numberFrom(number), staffActor(caller.id));
  }

  private async decide(
    number: string,
    id: string,
    event: 'confirmed_by_staff' | 'refused_by_staff',
    caller: Principal,
  ): Promise<TicketContactList> {
    await this.contacts.byStaff(this.reader.numberFrom(number), id, event, caller.id);
    return this.list(number);
  }
}
