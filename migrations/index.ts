import { CreateSpine1763870000000 } from './1763870000000-create-spine.js';
import { TellCallsWhole1795416737880 } from './1795416737880-tell-calls-whole.js';
import { AddOpen3111795416776634 } from './1795416776634-add-open311.js';
import { CreateMeasures1795417325816 } from './1795417325816-create-measures.js';
import { IndexAddresses1795417810705 } from './1795417810705-index-addresses.js';
import { KeepOriginalMail1795417872463 } from './1795417872463-keep-original-mail.js';
import { AddRoutingRules1795418442701 } from './1795418442701-add-routing-rules.js';
import { AddAuditTrail1795418701978 } from './1795418701978-add-audit-trail.js';
import { JoinTickets1795419682235 } from './1795419682235-join-tickets.js';
import { TakeCallCommands1795420165844 } from './1795420165844-take-call-commands.js';
import { AddTexts1795420181471 } from './1795420181471-add-texts.js';
import { PromiseByPolicy1795419723151 } from './1795419723151-promise-by-policy.js';
import { CheckAttachments1795420218531 } from './1795420218531-check-attachments.js';
import { ManageStaff1795420986294 } from './1795420986294-manage-staff.js';
import { VersionReasons1795421823156 } from './1795421823156-version-reasons.js';
import { CollectMailbox1795421810658 } from './1795421810658-collect-mailbox.js';
import { AddChats1795421637150 } from './1795421637150-add-chats.js';
import { CheckSenders1795423500123 } from './1795423500123-check-senders.js';
import { FindOpenTicketsByPlace1795894203158 } from './1795894203158-find-open-tickets-by-place.js';
import { AddMessageTemplates1795894417000 } from './1795894417000-add-message-templates.js';
import { BreakDownMeasures1795894989913 } from './1795894989913-break-down-measures.js';
import { AddThumbnails1795894553747 } from './1795894553747-add-thumbnails.js';
import { AddCounters1795894284073 } from './1795894284073-add-counters.js';
import { FollowReports1795911891000 } from './1795911891000-follow-reports.js';
import { TakeUploadsInPieces1795911951000 } from './1795911951000-take-uploads-in-pieces.js';
import { LightenOffers1795926400000 } from './1795926400000-lighten-offers.js';
import { LightenOutbox1795926500000 } from './1795926500000-lighten-outbox.js';
import { RememberCounters1795927000000 } from './1795927000000-remember-counters.js';
import { ReserveAttempts1796000500000 } from './1796000500000-reserve-attempts.js';
import { KeepKeys1796000800000 } from './1796000800000-keep-keys.js';
import { StreamAudit1796000800001 } from './1796000800001-stream-audit.js';
import { VerifyAddresses1796000100000 } from './1796000100000-verify-addresses.js';
import { RestrictServices1796000800002 } from './1796000800002-restrict-services.js';
import { AddSecondFactors1796000600000 } from './1796000600000-add-second-factors.js';
import { HoldMessages1796000200000 } from './1796000200000-hold-messages.js';
import { AddPeriodicTasks1796100000100 } from './1796100000100-add-periodic-tasks.js';
import { KeepRawCallers1796100003100 } from './1796100003100-keep-raw-callers.js';
import { KeepQueueNames1796100003200 } from './1796100003200-keep-queue-names.js';
import { AccountForMail1796200000100 } from './1796200000100-account-for-mail.js';
import { StopMail1796200000200 } from './1796200000200-stop-mail.js';
import { FoldMailBursts1796200000300 } from './1796200000300-fold-mail-bursts.js';
import { AddWebhooks1796300000100 } from './1796300000100-add-webhooks.js';
import { SignInByOidc1796400000100 } from './1796400000100-sign-in-by-oidc.js';
import { BlockCallers1796700000100 } from './1796700000100-block-callers.js';
import { RouteCallerIds1796700000200 } from './1796700000200-route-caller-ids.js';
import { FindCallsByNumber1796700000300 } from './1796700000300-find-calls-by-number.js';
import { KeepRecordings1796900000100 } from './1796900000100-keep-recordings.js';
import { AddSetupLinks1796600000100 } from './1796600000100-add-setup-links.js';
import { SeparateEntities1797000000100 } from './1797000000100-separate-entities.js';
import { FindDeclinedOffers1797100000100 } from './1797100000100-find-declined-offers.js';
import { FindPresenceByTime1797100000200 } from './1797100000200-find-presence-by-time.js';
import { TimeWrittenWork1797200000100 } from './1797200000100-time-written-work.js';
import { RebuildSearchIndex1796500000100 } from './1796500000100-rebuild-search-index.js';
import { SignRequestersIn1796800000100 } from './1796800000100-sign-requesters-in.js';
import { AddReferrals1797500000100 } from './1797500000100-add-referrals.js';
import { FindSlaAlarms1797200000200 } from './1797200000200-find-sla-alarms.js';
import { LeaseLeadership1797700000100 } from './1797700000100-lease-leadership.js';
import { NameReplyTo1797300000100 } from './1797300000100-name-reply-to.js';

/** Every migration in the order of its timestamp. A new one is added here; a released one is never edited. */
export const MIGRATIONS = [
  CreateSpine1763870000000,
  TellCallsWhole1795416737880,
  AddOpen3111795416776634,
  CreateMeasures1795417325816,
  IndexAddresses1795417810705,
  KeepOriginalMail1795417872463,
  AddRoutingRules1795418442701,
  AddAuditTrail1795418701978,
  JoinTickets1795419682235,
  PromiseByPolicy1795419723151,
  TakeCallCommands1795420165844,
  AddTexts1795420181471,
  CheckAttachments1795420218531,
  ManageStaff1795420986294,
  AddChats1795421637150,
  CollectMailbox1795421810658,
  VersionReasons1795421823156,
  CheckSenders1795423500123,
  FindOpenTicketsByPlace1795894203158,
  AddCounters1795894284073,
  AddMessageTemplates1795894417000,
  AddThumbnails1795894553747,
  BreakDownMeasures1795894989913,
  FollowReports1795911891000,
  TakeUploadsInPieces1795911951000,
  LightenOffers1795926400000,
  LightenOutbox1795926500000,
  RememberCounters1795927000000,
  ReserveAttempts1796000500000,
  AddSecondFactors1796000600000,
  KeepKeys1796000800000,
  StreamAudit1796000800001,
  VerifyAddresses1796000100000,
  RestrictServices1796000800002,
  HoldMessages1796000200000,
  AddPeriodicTasks1796100000100,
  KeepRawCallers1796100003100,
  KeepQueueNames1796100003200,
  AccountForMail1796200000100,
  StopMail1796200000200,
  FoldMailBursts1796200000300,
  AddWebhooks1796300000100,
  SignInByOidc1796400000100,
  BlockCallers1796700000100,
  RouteCallerIds1796700000200,
  FindCallsByNumber1796700000300,
  AddSetupLinks1796600000100,
  RebuildSearchIndex1796500000100,
  SignRequestersIn1796800000100,
  KeepRecordings1796900000100,
  SeparateEntities1797000000100,
  FindDeclinedOffers1797100000100,
  FindPresenceByTime1797100000200,
  TimeWrittenWork1797200000100,
  FindSlaAlarms1797200000200,
  LeaseLeadership1797700000100,
  AddReferrals1797500000100,
  NameReplyTo1797300000100,
];
