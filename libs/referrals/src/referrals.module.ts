import { Global, Module } from '@nestjs/common';
import { CentreReferral } from './centre-referral.service.js';
import { ChangeReferral } from './change-referral.service.js';
import { EntityClock } from './entity-clock.js';
import { ReferralAccess } from './referral-access.service.js';
import { ReferralDesk } from './referral-desk.js';
import { ReferralFeed } from './referral-feed.js';
import { ReferralFiles } from './referral-files.service.js';
import { ReferralLive } from './referral-live.js';
import { ReferralMessages } from './referral-messages.service.js';
import { ReferralReader } from './referral-reader.js';
import { ReferralSweep } from './referral-sweep.service.js';
import { ReferralTicketHook } from './referral-ticket-hook.js';
import { SendReferral } from './send-referral.service.js';
import { WorkReferral } from './work-referral.service.js';

const SERVICES = [
  CentreReferral,
  ReferralDesk,
  ReferralFeed,
  ReferralFiles,
  ReferralMessages,
  ReferralReader,
  ReferralSweep,
  SendReferral,
  WorkReferral,
];

@Global()
@Module({
  providers: [...SERVICES, ChangeReferral, EntityClock, ReferralAccess, ReferralLive, ReferralTicketHook],
  exports: SERVICES,
})
export class ReferralsModule {}
