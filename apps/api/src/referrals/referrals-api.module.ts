import { Module } from '@nestjs/common';
import { EntityReferralsController } from './entity-referrals.controller.js';
import { ReferralsController } from './referrals.controller.js';
import { TicketReferralsController } from './ticket-referrals.controller.js';

@Module({ controllers: [TicketReferralsController, ReferralsController, EntityReferralsController] })
export class ReferralsApiModule {}
