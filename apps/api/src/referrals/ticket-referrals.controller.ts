import { Body, Controller, Get, Header, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CreatedAt,
  CurrentPrincipal,
  Idempotency,
  type IdempotencyClaim,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { ReferralReader, SendReferral } from '#wasl/referrals';
import { TicketReader } from '#wasl/tickets';
import { NewReferralBody, ReferralAnswer, ReferralList } from './referral.dto.js';

/** Referrals of one ticket. Whoever may not read the ticket does not get here. */
@ApiTags('referrals')
@Controller('api/v1/tickets/:number/referrals')
export class TicketReferralsController {
  constructor(
    @Inject(SendReferral) private readonly sending: SendReferral,
    @Inject(ReferralReader) private readonly reader: ReferralReader,
    @Inject(TicketReader) private readonly tickets: TicketReader,
  ) {}

  @Post()
  @CreatedAt('/api/v1/referrals/:id')
  @RequiresPermission('referral.send')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ReferralAnswer })
  send(
    @Param('number') number: string,
    @Body() { entity, note, part, share }: NewReferralBody,
    @CurrentPrincipal() caller: Principal,
    @Idempotency() claim: IdempotencyClaim | undefined,
  ): Promise<ReferralAnswer> {
    const digits = this.tickets.numberFrom(number);
    const listed = (given: 'all' | string[]) => (given === 'all' ? null : given);
    return this.sending.send(
      digits,
      {
        entity,
        note,
        part: part ?? null,
        share: {
          requester: share.requester,
          messages: listed(share.messages),
          attachments: listed(share.attachments),
        },
      },
      caller.id,
      claim,
    );
  }

  /** In the order in which they were sent. People of an entity see those of their entity. */
  @Get()
  @RequiresPermission('ticket.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ReferralList })
  async list(@Param('number') number: string, @CurrentPrincipal() caller: Principal): Promise<ReferralList> {
    return { data: await this.reader.ofTicket(this.tickets.numberFrom(number), caller) };
  }
}
