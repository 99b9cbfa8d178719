// Written by npm run generate; not to be edited.
import type { Operation, OperationFacts, OperationId, PagedOperation } from './types.js';

export const OPERATIONS: { readonly [O in OperationId]: OperationFacts } = {
  MySessions_list: {"method":"GET","path":"/api/v1/me/sessions"},
  MySessions_endOthers: {"method":"DELETE","path":"/api/v1/me/sessions"},
  MySessions_end: {"method":"DELETE","path":"/api/v1/me/sessions/{id}"},
  OidcCallback_ask: {"method":"POST","path":"/api/v1/session/oidc/second-factor/options"},
  OidcCallback_byPasskey: {"method":"POST","path":"/api/v1/session/oidc/second-factor/passkey"},
  OidcCallback_byCode: {"method":"POST","path":"/api/v1/session/oidc/second-factor"},
  Oidc_methods: {"method":"GET","path":"/api/v1/session/methods"},
  Oidc_begin: {"method":"GET","path":"/api/v1/session/oidc","redirects":true},
  Oidc_confirm: {"method":"GET","path":"/api/v1/session/oidc/confirm","redirects":true},
  Oidc_endAtProvider: {"method":"GET","path":"/api/v1/session/oidc/logout","redirects":true},
  Oidc_backchannel: {"method":"POST","path":"/api/v1/session/oidc/backchannel-logout"},
  Otp_enrol: {"method":"POST","path":"/api/v1/me/otp"},
  Otp_confirm: {"method":"POST","path":"/api/v1/me/otp/confirm"},
  Otp_disable: {"method":"POST","path":"/api/v1/me/otp/disable"},
  PasskeySession_ask: {"method":"POST","path":"/api/v1/session/passkey/options"},
  PasskeySession_start: {"method":"POST","path":"/api/v1/session/passkey"},
  Passkeys_list: {"method":"GET","path":"/api/v1/me/passkeys"},
  Passkeys_add: {"method":"POST","path":"/api/v1/me/passkeys"},
  Passkeys_ask: {"method":"POST","path":"/api/v1/me/passkeys/options"},
  Passkeys_rename: {"method":"PUT","path":"/api/v1/me/passkeys/{id}"},
  Passkeys_remove: {"method":"DELETE","path":"/api/v1/me/passkeys/{id}"},
  Password_forgotten: {"method":"POST","path":"/api/v1/session/password-reset"},
  Password_look: {"method":"POST","path":"/api/v1/session/link"},
  Password_set: {"method":"POST","path":"/api/v1/session/password"},
  Password_change: {"method":"PUT","path":"/api/v1/me/password"},
  SecondFactor_status: {"method":"GET","path":"/api/v1/me/second-factor"},
  SecondFactor_regenerate: {"method":"POST","path":"/api/v1/me/recovery-codes"},
  SecondFactor_confirm: {"method":"POST","path":"/api/v1/session/confirm"},
  SecondFactor_askForPasskey: {"method":"POST","path":"/api/v1/session/confirm/options"},
  SecondFactor_confirmByPasskey: {"method":"POST","path":"/api/v1/session/confirm/passkey"},
  Session_start: {"method":"POST","path":"/api/v1/session"},
  Session_current: {"method":"GET","path":"/api/v1/session"},
  Session_end: {"method":"DELETE","path":"/api/v1/session"},
  Setup_look: {"method":"POST","path":"/api/v1/setup/link"},
  Setup_use: {"method":"POST","path":"/api/v1/setup"},
  SignInLocks_list: {"method":"GET","path":"/api/v1/admin/sign-in-locks"},
  SignInLocks_clear: {"method":"DELETE","path":"/api/v1/admin/sign-in-locks/{id}"},
  Tokens_create: {"method":"POST","path":"/api/v1/tokens"},
  Tokens_list: {"method":"GET","path":"/api/v1/tokens"},
  Tokens_revoke: {"method":"DELETE","path":"/api/v1/tokens/{id}"},
  TicketExport_download: {"method":"GET","path":"/api/v1/tickets/export"},
  Tickets_create: {"method":"POST","path":"/api/v1/tickets","keyed":true},
  Tickets_list: {"method":"GET","path":"/api/v1/tickets"},
  Tickets_get: {"method":"GET","path":"/api/v1/tickets/{number}"},
  Tickets_patch: {"method":"PATCH","path":"/api/v1/tickets/{number}"},
  Tickets_openRestricted: {"method":"POST","path":"/api/v1/tickets/{number}/opening"},
  Tickets_history: {"method":"GET","path":"/api/v1/tickets/{number}/history"},
  Tickets_assign: {"method":"POST","path":"/api/v1/tickets/{number}/assign"},
  Tickets_transfer: {"method":"POST","path":"/api/v1/tickets/{number}/transfer"},
  Tickets_resolve: {"method":"POST","path":"/api/v1/tickets/{number}/resolve"},
  Tickets_reopen: {"method":"POST","path":"/api/v1/tickets/{number}/reopen"},
  Tickets_close: {"method":"POST","path":"/api/v1/tickets/{number}/close"},
  Joining_merge: {"method":"POST","path":"/api/v1/tickets/{number}/merge"},
  Joining_unmerge: {"method":"POST","path":"/api/v1/tickets/{number}/unmerge"},
  Joining_split: {"method":"POST","path":"/api/v1/tickets/{number}/split","keyed":true},
  Joining_links: {"method":"GET","path":"/api/v1/tickets/{number}/links"},
  Joining_link: {"method":"POST","path":"/api/v1/tickets/{number}/link"},
  Joining_unlink: {"method":"DELETE","path":"/api/v1/tickets/{number}/links/{to}"},
  Contacts_list: {"method":"GET","path":"/api/v1/tickets/{number}/contacts"},
  Contacts_confirm: {"method":"POST","path":"/api/v1/tickets/{number}/contacts/{id}/confirm"},
  Contacts_refuse: {"method":"POST","path":"/api/v1/tickets/{number}/contacts/{id}/refuse"},
  Contacts_replaceCode: {"method":"POST","path":"/api/v1/tickets/{number}/tracking-code"},
  Followers_count: {"method":"GET","path":"/api/v1/tickets/{number}/followers"},
  Similar_to: {"method":"POST","path":"/api/v1/tickets/similar"},
  Messages_list: {"method":"GET","path":"/api/v1/tickets/{number}/messages"},
  Messages_add: {"method":"POST","path":"/api/v1/tickets/{number}/messages","keyed":true},
  Messages_accept: {"method":"POST","path":"/api/v1/tickets/{number}/messages/{id}/accept"},
  Messages_dismiss: {"method":"POST","path":"/api/v1/tickets/{number}/messages/{id}/dismiss"},
  MessageMail_original: {"method":"GET","path":"/api/v1/tickets/{number}/messages/{id}/original"},
  MessageMail_page: {"method":"GET","path":"/api/v1/tickets/{number}/messages/{id}/page"},
  Attachments_upload: {"method":"POST","path":"/api/v1/attachments","sends":"multipart/form-data"},
  Attachments_download: {"method":"GET","path":"/api/v1/attachments/{id}"},
  Attachments_thumbnail: {"method":"GET","path":"/api/v1/attachments/{id}/thumbnail"},
  ReadyReplies_list: {"method":"GET","path":"/api/v1/tickets/{number}/canned-replies"},
  Calendars_list: {"method":"GET","path":"/api/v1/admin/calendars"},
  Calendars_create: {"method":"POST","path":"/api/v1/admin/calendars"},
  Calendars_announced: {"method":"GET","path":"/api/v1/admin/calendars/announcements"},
  Calendars_announce: {"method":"POST","path":"/api/v1/admin/calendars/announcements"},
  Calendars_preview: {"method":"POST","path":"/api/v1/admin/calendars/announcements/preview"},
  Calendars_withdraw: {"method":"POST","path":"/api/v1/admin/calendars/announcements/{id}/withdraw"},
  Calendars_zones: {"method":"GET","path":"/api/v1/admin/calendars/zones"},
  Calendars_announceZone: {"method":"POST","path":"/api/v1/admin/calendars/zones"},
  Calendars_previewZone: {"method":"POST","path":"/api/v1/admin/calendars/zones/preview"},
  Calendars_withdrawZone: {"method":"POST","path":"/api/v1/admin/calendars/zones/{id}/withdraw"},
  Calendars_recomputations: {"method":"GET","path":"/api/v1/admin/calendars/recomputations"},
  Calendars_get: {"method":"GET","path":"/api/v1/admin/calendars/{key}"},
  Calendars_change: {"method":"PATCH","path":"/api/v1/admin/calendars/{key}"},
  Calendars_month: {"method":"GET","path":"/api/v1/admin/calendars/{key}/month"},
  Calendars_year: {"method":"GET","path":"/api/v1/admin/calendars/{key}/year"},
  Calendars_due: {"method":"GET","path":"/api/v1/admin/calendars/{key}/due"},
  Calendars_opening: {"method":"GET","path":"/api/v1/admin/calendars/{key}/opening"},
  Policies_list: {"method":"GET","path":"/api/v1/admin/sla-policies"},
  Policies_create: {"method":"POST","path":"/api/v1/admin/sla-policies"},
  Policies_preview: {"method":"POST","path":"/api/v1/admin/sla-policies/preview"},
  Policies_get: {"method":"GET","path":"/api/v1/admin/sla-policies/{key}"},
  Policies_change: {"method":"PATCH","path":"/api/v1/admin/sla-policies/{key}"},
  Policies_dutyOfficers: {"method":"GET","path":"/api/v1/admin/duty-officers"},
  Policies_addDuty: {"method":"POST","path":"/api/v1/admin/duty-officers"},
  Policies_removeDuty: {"method":"DELETE","path":"/api/v1/admin/duty-officers/{id}"},
  SlaTargets_promises: {"method":"GET","path":"/api/v1/promises"},
  SlaTargets_report: {"method":"GET","path":"/api/v1/reports/promises"},
  TicketReferrals_send: {"method":"POST","path":"/api/v1/tickets/{number}/referrals","keyed":true},
  TicketReferrals_list: {"method":"GET","path":"/api/v1/tickets/{number}/referrals"},
  Referrals_list: {"method":"GET","path":"/api/v1/referrals"},
  Referrals_get: {"method":"GET","path":"/api/v1/referrals/{id}"},
  Referrals_accept: {"method":"POST","path":"/api/v1/referrals/{id}/accept","keyed":true},
  Referrals_returnIt: {"method":"POST","path":"/api/v1/referrals/{id}/return","keyed":true},
  Referrals_addMessage: {"method":"POST","path":"/api/v1/referrals/{id}/messages","keyed":true},
  Referrals_complete: {"method":"POST","path":"/api/v1/referrals/{id}/complete","keyed":true},
  Referrals_recall: {"method":"POST","path":"/api/v1/referrals/{id}/recall","keyed":true},
  Referrals_decide: {"method":"POST","path":"/api/v1/referrals/{id}/decide","keyed":true},
  Referrals_file: {"method":"GET","path":"/api/v1/referrals/{id}/attachments/{attachment}"},
  EntityReferrals_list: {"method":"GET","path":"/api/v1/entity/referrals"},
  EntityReferrals_get: {"method":"GET","path":"/api/v1/entity/referrals/{id}"},
  EntityReferrals_accept: {"method":"POST","path":"/api/v1/entity/referrals/{id}/accept","keyed":true},
  EntityReferrals_returnIt: {"method":"POST","path":"/api/v1/entity/referrals/{id}/return","keyed":true},
  EntityReferrals_addMessage: {"method":"POST","path":"/api/v1/entity/referrals/{id}/messages","keyed":true},
  EntityReferrals_complete: {"method":"POST","path":"/api/v1/entity/referrals/{id}/complete","keyed":true},
  EntityReferrals_file: {"method":"GET","path":"/api/v1/entity/referrals/{id}/attachments/{attachment}"},
  Me_getPresence: {"method":"GET","path":"/api/v1/me/presence"},
  Me_setPresence: {"method":"PUT","path":"/api/v1/me/presence"},
  Me_listOffers: {"method":"GET","path":"/api/v1/me/offers"},
  Offers_decision: {"method":"GET","path":"/api/v1/offers/{id}/decision"},
  Offers_accept: {"method":"POST","path":"/api/v1/offers/{id}/accept"},
  Offers_decline: {"method":"POST","path":"/api/v1/offers/{id}/decline"},
  Directory_queues: {"method":"GET","path":"/api/v1/queues"},
  Directory_live: {"method":"GET","path":"/api/v1/queues/{key}/live"},
  Directory_reasons: {"method":"GET","path":"/api/v1/reasons"},
  Directory_services: {"method":"GET","path":"/api/v1/services"},
  Directory_entities: {"method":"GET","path":"/api/v1/entities"},
  Directory_staff: {"method":"GET","path":"/api/v1/staff"},
  Directory_presenceOfDay: {"method":"GET","path":"/api/v1/staff/{id}/presence"},
  Directory_force: {"method":"PUT","path":"/api/v1/staff/{id}/presence"},
  Queues_list: {"method":"GET","path":"/api/v1/admin/queues"},
  Queues_create: {"method":"POST","path":"/api/v1/admin/queues"},
  Queues_get: {"method":"GET","path":"/api/v1/admin/queues/{key}"},
  Queues_change: {"method":"PATCH","path":"/api/v1/admin/queues/{key}"},
  Queues_remove: {"method":"DELETE","path":"/api/v1/admin/queues/{key}"},
  RequesterCare_flag: {"method":"PUT","path":"/api/v1/requesters/{id}/care"},
  Roster_list: {"method":"GET","path":"/api/v1/admin/roster"},
  Roster_replace: {"method":"PUT","path":"/api/v1/admin/roster"},
  Roster_adherence: {"method":"GET","path":"/api/v1/reports/adherence"},
  Rules_current: {"method":"GET","path":"/api/v1/admin/routing"},
  Rules_put: {"method":"PUT","path":"/api/v1/admin/routing"},
  Rules_check: {"method":"POST","path":"/api/v1/admin/routing/check"},
  Rules_dryRun: {"method":"POST","path":"/api/v1/admin/routing/dry-run"},
  Rules_versions: {"method":"GET","path":"/api/v1/admin/routing/versions"},
  Rules_version: {"method":"GET","path":"/api/v1/admin/routing/versions/{version}"},
  Skills_list: {"method":"GET","path":"/api/v1/admin/skills"},
  Skills_create: {"method":"POST","path":"/api/v1/admin/skills"},
  Skills_get: {"method":"GET","path":"/api/v1/admin/skills/{key}"},
  Skills_change: {"method":"PATCH","path":"/api/v1/admin/skills/{key}"},
  Skills_remove: {"method":"DELETE","path":"/api/v1/admin/skills/{key}"},
  Desk_centres: {"method":"GET","path":"/api/v1/counter/centres"},
  Desk_mine: {"method":"GET","path":"/api/v1/me/desk"},
  Desk_sit: {"method":"PUT","path":"/api/v1/me/desk"},
  Desk_leave: {"method":"DELETE","path":"/api/v1/me/desk"},
  Desk_find: {"method":"POST","path":"/api/v1/counter/requesters"},
  Desk_known: {"method":"POST","path":"/api/v1/counter/similar"},
  Visits_begin: {"method":"POST","path":"/api/v1/counter/visits"},
  Visits_next: {"method":"POST","path":"/api/v1/counter/visits/next"},
  Visits_call: {"method":"POST","path":"/api/v1/counter/visits/{id}/call"},
  Visits_take: {"method":"POST","path":"/api/v1/counter/visits/{id}/take"},
  Visits_noShow: {"method":"POST","path":"/api/v1/counter/visits/{id}/no-show"},
  Visits_open: {"method":"POST","path":"/api/v1/counter/visits/{id}/tickets","keyed":true},
  Visits_goOn: {"method":"POST","path":"/api/v1/counter/visits/{id}/continue"},
  Visits_end: {"method":"POST","path":"/api/v1/counter/visits/{id}/end"},
  Visits_receipt: {"method":"GET","path":"/api/v1/counter/visits/{id}/receipt"},
  BlockedCallers_list: {"method":"GET","path":"/api/v1/admin/blocked-callers"},
  BlockedCallers_block: {"method":"POST","path":"/api/v1/admin/blocked-callers"},
  BlockedCallers_unblock: {"method":"DELETE","path":"/api/v1/admin/blocked-callers/{id}"},
  OutboundRoutes_list: {"method":"GET","path":"/api/v1/admin/outbound-routes"},
  OutboundRoutes_put: {"method":"PUT","path":"/api/v1/admin/outbound-routes"},
  OutboundRoutes_remove: {"method":"DELETE","path":"/api/v1/admin/outbound-routes/{pattern}"},
  Recordings_ofTicket: {"method":"GET","path":"/api/v1/tickets/{number}/calls"},
  Recordings_play: {"method":"GET","path":"/api/v1/cti/recordings/{id}"},
  Recordings_fetchAgain: {"method":"POST","path":"/api/v1/cti/recordings/{id}/fetch"},
  Callbacks_list: {"method":"GET","path":"/api/v1/callbacks"},
  Callbacks_ask: {"method":"POST","path":"/api/v1/callbacks"},
  Callbacks_begin: {"method":"POST","path":"/api/v1/callbacks/{id}/attempts"},
  Callbacks_settle: {"method":"POST","path":"/api/v1/callbacks/{id}/outcome"},
  Callbacks_ofTicket: {"method":"GET","path":"/api/v1/tickets/{number}/callbacks"},
  CallLog_health: {"method":"GET","path":"/api/v1/cti/exchange"},
  CallLog_list: {"method":"GET","path":"/api/v1/cti/log"},
  CallLog_markMany: {"method":"POST","path":"/api/v1/cti/done/bulk"},
  CallLog_markOne: {"method":"POST","path":"/api/v1/cti/done/{id}"},
  Cti_receive: {"method":"POST","path":"/api/v1/cti/{token}"},
  Cti_callback: {"method":"POST","path":"/api/v1/cti/{token}/callback"},
  MyCalls_list: {"method":"GET","path":"/api/v1/me/calls"},
  MyCalls_recordOutcome: {"method":"POST","path":"/api/v1/me/calls/{id}/wrap-up"},
  MyCalls_control: {"method":"POST","path":"/api/v1/me/calls/{id}/control"},
  MyCalls_record: {"method":"POST","path":"/api/v1/me/calls/{id}/recording"},
  Gateway_take: {"method":"POST","path":"/api/v1/messaging/events"},
  Texts_ofTicket: {"method":"GET","path":"/api/v1/tickets/{number}/texts"},
  Texts_sendAgain: {"method":"POST","path":"/api/v1/texts/{id}/retry"},
  Discovery_discover: {"method":"GET","path":"/open311/discovery.{format}"},
  Open311_list: {"method":"GET","path":"/open311/v2/services.{format}"},
  Open311_definition: {"method":"GET","path":"/open311/v2/services/{code}.{format}"},
  Open311_file: {"method":"POST","path":"/open311/v2/requests.{format}","sends":"application/x-www-form-urlencoded"},
  Open311_search: {"method":"GET","path":"/open311/v2/requests.{format}"},
  Open311_token: {"method":"GET","path":"/open311/v2/tokens/{token}.{format}"},
  Open311_get: {"method":"GET","path":"/open311/v2/requests/{id}.{format}"},
  Open311_listUpdates: {"method":"GET","path":"/open311/v2/servicerequestupdates.{format}"},
  Open311_addUpdate: {"method":"POST","path":"/open311/v2/servicerequestupdates.{format}","sends":"application/x-www-form-urlencoded"},
  PublicServices_list: {"method":"GET","path":"/api/v1/public/services"},
  PublicTickets_file: {"method":"POST","path":"/api/v1/public/tickets","keyed":true},
  PublicAttachments_upload: {"method":"POST","path":"/api/v1/public/attachments","sends":"multipart/form-data"},
  PublicTracking_track: {"method":"POST","path":"/api/v1/public/track"},
  PublicTracking_reply: {"method":"POST","path":"/api/v1/public/track/messages","keyed":true},
  PublicTracking_rate: {"method":"POST","path":"/api/v1/public/track/rate"},
  PublicTracking_code: {"method":"POST","path":"/api/v1/public/track/code"},
  ApiKeys_list: {"method":"GET","path":"/api/v1/admin/api-keys"},
  ApiKeys_create: {"method":"POST","path":"/api/v1/admin/api-keys"},
  ApiKeys_revoke: {"method":"DELETE","path":"/api/v1/admin/api-keys/{id}"},
  CannedReplies_list: {"method":"GET","path":"/api/v1/admin/canned-replies"},
  CannedReplies_create: {"method":"POST","path":"/api/v1/admin/canned-replies"},
  CannedReplies_get: {"method":"GET","path":"/api/v1/admin/canned-replies/{key}"},
  CannedReplies_change: {"method":"PATCH","path":"/api/v1/admin/canned-replies/{key}"},
  CannedReplies_preview: {"method":"POST","path":"/api/v1/admin/canned-replies/preview"},
  Catalogue_listServices: {"method":"GET","path":"/api/v1/admin/services"},
  Catalogue_createService: {"method":"POST","path":"/api/v1/admin/services"},
  Catalogue_getService: {"method":"GET","path":"/api/v1/admin/services/{code}"},
  Catalogue_changeService: {"method":"PATCH","path":"/api/v1/admin/services/{code}"},
  Catalogue_listEntities: {"method":"GET","path":"/api/v1/admin/entities"},
  Catalogue_createEntity: {"method":"POST","path":"/api/v1/admin/entities"},
  Catalogue_getEntity: {"method":"GET","path":"/api/v1/admin/entities/{key}"},
  Catalogue_changeEntity: {"method":"PATCH","path":"/api/v1/admin/entities/{key}"},
  Centres_list: {"method":"GET","path":"/api/v1/admin/centres"},
  Centres_create: {"method":"POST","path":"/api/v1/admin/centres"},
  Centres_get: {"method":"GET","path":"/api/v1/admin/centres/{key}"},
  Centres_change: {"method":"PATCH","path":"/api/v1/admin/centres/{key}"},
  Channels_list: {"method":"GET","path":"/api/v1/admin/channels"},
  Channels_test: {"method":"POST","path":"/api/v1/admin/channels/{channel}/test"},
  Jobs_deadLetters: {"method":"GET","path":"/api/v1/admin/events"},
  Jobs_retryEvent: {"method":"POST","path":"/api/v1/admin/events/{id}/retry"},
  Jobs_failed: {"method":"GET","path":"/api/v1/admin/jobs/failed"},
  Jobs_retryJob: {"method":"POST","path":"/api/v1/admin/jobs/{queue}/{id}/retry"},
  Mail_mailboxState: {"method":"GET","path":"/api/v1/admin/mail/mailbox"},
  Mail_list: {"method":"GET","path":"/api/v1/admin/mail/quarantined"},
  Mail_raw: {"method":"GET","path":"/api/v1/admin/mail/quarantined/{id}/raw"},
  Mail_faulty: {"method":"GET","path":"/api/v1/admin/mail/faulty"},
  Mail_listIgnored: {"method":"GET","path":"/api/v1/admin/mail/ignored"},
  Mail_original: {"method":"GET","path":"/api/v1/admin/mail/{id}/original"},
  Mail_retry: {"method":"POST","path":"/api/v1/admin/mail/quarantined/{id}/retry"},
  Mail_ignore: {"method":"POST","path":"/api/v1/admin/mail/quarantined/{id}/ignore"},
  Mail_ofTicket: {"method":"GET","path":"/api/v1/tickets/{number}/mail"},
  Mail_sendAgain: {"method":"POST","path":"/api/v1/mail/{id}/retry"},
  Reasons_list: {"method":"GET","path":"/api/v1/admin/reasons"},
  Reasons_create: {"method":"POST","path":"/api/v1/admin/reasons"},
  Reasons_get: {"method":"GET","path":"/api/v1/admin/reasons/{use}/{key}"},
  Reasons_change: {"method":"PATCH","path":"/api/v1/admin/reasons/{use}/{key}"},
  Templates_list: {"method":"GET","path":"/api/v1/admin/templates"},
  Templates_get: {"method":"GET","path":"/api/v1/admin/templates/{kind}/{medium}/{language}"},
  Templates_override: {"method":"PUT","path":"/api/v1/admin/templates/{kind}/{medium}/{language}"},
  Templates_restore: {"method":"DELETE","path":"/api/v1/admin/templates/{kind}/{medium}/{language}"},
  Templates_preview: {"method":"POST","path":"/api/v1/admin/templates/{kind}/{medium}/{language}/preview"},
  Templates_test: {"method":"POST","path":"/api/v1/admin/templates/{kind}/{medium}/{language}/test"},
  Webhooks_list: {"method":"GET","path":"/api/v1/admin/webhooks"},
  Webhooks_create: {"method":"POST","path":"/api/v1/admin/webhooks","keyed":true},
  Webhooks_change: {"method":"PATCH","path":"/api/v1/admin/webhooks/{id}"},
  Webhooks_remove: {"method":"DELETE","path":"/api/v1/admin/webhooks/{id}"},
  Webhooks_rotate: {"method":"POST","path":"/api/v1/admin/webhooks/{id}/rotate"},
  Webhooks_test: {"method":"POST","path":"/api/v1/admin/webhooks/{id}/test"},
  Webhooks_deliveries: {"method":"GET","path":"/api/v1/admin/webhooks/{id}/deliveries"},
  Webhooks_retry: {"method":"POST","path":"/api/v1/admin/webhooks/deliveries/{id}/retry"},
  Webhooks_replay: {"method":"POST","path":"/api/v1/admin/webhooks/{id}/replay"},
  Audit_list: {"method":"GET","path":"/api/v1/admin/audit"},
  Audit_verify: {"method":"GET","path":"/api/v1/admin/audit/verify"},
  Users_list: {"method":"GET","path":"/api/v1/admin/users"},
  Users_create: {"method":"POST","path":"/api/v1/admin/users"},
  Users_get: {"method":"GET","path":"/api/v1/admin/users/{id}"},
  Users_change: {"method":"PATCH","path":"/api/v1/admin/users/{id}"},
  Users_invite: {"method":"POST","path":"/api/v1/admin/users/{id}/invitation"},
  Users_sessionsOf: {"method":"GET","path":"/api/v1/admin/users/{id}/sessions"},
  Users_endSessions: {"method":"DELETE","path":"/api/v1/admin/users/{id}/sessions"},
  Users_unlink: {"method":"DELETE","path":"/api/v1/admin/users/{id}/identity"},
  SecondFactorAdmin_requirements: {"method":"GET","path":"/api/v1/admin/second-factor"},
  SecondFactorAdmin_require: {"method":"PUT","path":"/api/v1/admin/second-factor"},
  SecondFactorAdmin_reset: {"method":"POST","path":"/api/v1/admin/users/{id}/second-factor/reset"},
  ReadingPolicy_read: {"method":"GET","path":"/api/v1/admin/reading-policy"},
  ReadingPolicy_choose: {"method":"PUT","path":"/api/v1/admin/reading-policy"},
  Staffing_ask: {"method":"POST","path":"/api/v1/staffing"},
  Staffing_askForDay: {"method":"POST","path":"/api/v1/staffing/day"},
  Intervals_intervals: {"method":"GET","path":"/api/v1/reports/intervals"},
  Intervals_figures: {"method":"GET","path":"/api/v1/reports/figures"},
  Breakdown_breakdown: {"method":"GET","path":"/api/v1/reports/breakdown"},
  Forecast_forecast: {"method":"GET","path":"/api/v1/reports/forecast"},
};

/** Every operation of the API. */
export interface Api {
  readonly mySessions: {
    /** Lists the sessions in which the caller is signed in. */
    readonly list: Operation<'MySessions_list'>;
    /** Ends all sessions of the caller but this one. */
    readonly endOthers: Operation<'MySessions_endOthers'>;
    /** Ends one session of the caller. */
    readonly end: Operation<'MySessions_end'>;
  };
  readonly oidcCallback: {
    /** Gives the challenge with which a passkey completes a sign-in at the identity provider. */
    readonly ask: Operation<'OidcCallback_ask'>;
    /** Completes a sign-in at the identity provider with a passkey. */
    readonly byPasskey: Operation<'OidcCallback_byPasskey'>;
    /** Completes a sign-in at the identity provider with a one-time or recovery code. */
    readonly byCode: Operation<'OidcCallback_byCode'>;
  };
  readonly oidc: {
    /** Says which ways to sign in the sign-in page offers. */
    readonly methods: Operation<'Oidc_methods'>;
    /** Leads the browser to the identity provider to sign in. */
    readonly begin: Operation<'Oidc_begin'>;
    /** Leads the browser to the identity provider to confirm that the caller is still there. */
    readonly confirm: Operation<'Oidc_confirm'>;
    /** Leads the browser to the page where the identity provider ends its own session. */
    readonly endAtProvider: Operation<'Oidc_endAtProvider'>;
    /** Ends sessions and their sockets, as the identity provider demands by a logout token. */
    readonly backchannel: Operation<'Oidc_backchannel'>;
  };
  readonly otp: {
    /** Begins to set up one-time codes, and answers the secret for the authenticator app. */
    readonly enrol: Operation<'Otp_enrol'>;
    /** Confirms the authenticator app with its first code. */
    readonly confirm: Operation<'Otp_confirm'>;
    /** Removes one-time codes as a second factor. */
    readonly disable: Operation<'Otp_disable'>;
  };
  readonly passkeySession: {
    /** Gives the challenge with which a passkey signs in. */
    readonly ask: Operation<'PasskeySession_ask'>;
    /** Signs in with a passkey. */
    readonly start: Operation<'PasskeySession_start'>;
  };
  readonly passkeys: {
    /** Lists the passkeys of the caller. */
    readonly list: Operation<'Passkeys_list'>;
    /** Adds a passkey to the account of the caller. */
    readonly add: Operation<'Passkeys_add'>;
    /** Gives the challenge with which a passkey is made. */
    readonly ask: Operation<'Passkeys_ask'>;
    /** Renames a passkey of the caller. */
    readonly rename: Operation<'Passkeys_rename'>;
    /** Removes a passkey of the caller. */
    readonly remove: Operation<'Passkeys_remove'>;
  };
  readonly password: {
    /** Sends a link that sets a new password, if the address has an account. */
    readonly forgotten: Operation<'Password_forgotten'>;
    /** Says whether a link still sets a password, and for whom. */
    readonly look: Operation<'Password_look'>;
    /** Sets a password by a link, and ends all sessions. */
    readonly set: Operation<'Password_set'>;
    /** Changes the password of the caller. */
    readonly change: Operation<'Password_change'>;
  };
  readonly secondFactor: {
    /** Says which second factors the caller has and needs. */
    readonly status: Operation<'SecondFactor_status'>;
    /** Makes new recovery codes; the old ones no longer work. */
    readonly regenerate: Operation<'SecondFactor_regenerate'>;
    /** Confirms with the password that the caller is still there. */
    readonly confirm: Operation<'SecondFactor_confirm'>;
    /** Gives the challenge with which a passkey confirms the caller. */
    readonly askForPasskey: Operation<'SecondFactor_askForPasskey'>;
    /** Confirms with a passkey that the caller is still there. */
    readonly confirmByPasskey: Operation<'SecondFactor_confirmByPasskey'>;
  };
  readonly session: {
    /** Signs in with an e-mail address and a password, and sets the session cookie. */
    readonly start: Operation<'Session_start'>;
    /** Says who is signed in, and what they may do. */
    readonly current: Operation<'Session_current'>;
    /** Signs out. */
    readonly end: Operation<'Session_end'>;
  };
  readonly setup: {
    /** Says whether a set-up link still makes the first administrator. */
    readonly look: Operation<'Setup_look'>;
    /** Makes the first administrator by a set-up link, and signs in. */
    readonly use: Operation<'Setup_use'>;
  };
  readonly signInLocks: {
    /** Lists the accounts that are locked after wrong passwords. */
    readonly list: Operation<'SignInLocks_list'>;
    /** Unlocks an account. */
    readonly clear: Operation<'SignInLocks_clear'>;
  };
  readonly tokens: {
    /** Makes a token for a program; it is shown this once. */
    readonly create: Operation<'Tokens_create'>;
    /** Lists the tokens of programs. */
    readonly list: Operation<'Tokens_list'>;
    /** Revokes a token at once. */
    readonly revoke: Operation<'Tokens_revoke'>;
  };
  readonly ticketExport: {
    /** Downloads the tickets of a filter as CSV, XLSX or NDJSON. */
    readonly download: Operation<'TicketExport_download'>;
  };
  readonly tickets: {
    /** Opens a ticket. */
    readonly create: Operation<'Tickets_create'>;
    /** Lists tickets by filter, a page at a time. */
    readonly list: PagedOperation<'Tickets_list'>;
    /** Gives a ticket by its number. */
    readonly get: Operation<'Tickets_get'>;
    /** Changes fields of a ticket, if its version is still the one last seen. */
    readonly patch: Operation<'Tickets_patch'>;
    /** Opens a ticket of a restricted service for some hours, for a reason that is audited. */
    readonly openRestricted: Operation<'Tickets_openRestricted'>;
    /** Lists what happened to a ticket, a page at a time. */
    readonly history: PagedOperation<'Tickets_history'>;
    /** Assigns a ticket to an agent, to the caller, or to nobody. */
    readonly assign: Operation<'Tickets_assign'>;
    /** Transfers a ticket to another queue. */
    readonly transfer: Operation<'Tickets_transfer'>;
    /** Resolves a ticket with a note to the requester. */
    readonly resolve: Operation<'Tickets_resolve'>;
    /** Reopens a resolved ticket. */
    readonly reopen: Operation<'Tickets_reopen'>;
    /** Closes a resolved ticket for good. */
    readonly close: Operation<'Tickets_close'>;
  };
  readonly joining: {
    /** Merges a ticket into another one. */
    readonly merge: Operation<'Joining_merge'>;
    /** Separates a merged ticket again. */
    readonly unmerge: Operation<'Joining_unmerge'>;
    /** Opens a new ticket with some messages of this one. */
    readonly split: Operation<'Joining_split'>;
    /** Lists the tickets that a ticket is linked to. */
    readonly links: Operation<'Joining_links'>;
    /** Links a ticket to another one. */
    readonly link: Operation<'Joining_link'>;
    /** Removes the link between two tickets. */
    readonly unlink: Operation<'Joining_unlink'>;
  };
  readonly contacts: {
    /** Lists the addresses and numbers at which a requester is reached about a ticket. */
    readonly list: Operation<'Contacts_list'>;
    /** Confirms that an address belongs to the requester of a ticket. */
    readonly confirm: Operation<'Contacts_confirm'>;
    /** Refuses an address, so that nothing more is sent there. */
    readonly refuse: Operation<'Contacts_refuse'>;
    /** Replaces the tracking code of a ticket. */
    readonly replaceCode: Operation<'Contacts_replaceCode'>;
  };
  readonly followers: {
    /** Counts the people who follow a ticket. */
    readonly count: Operation<'Followers_count'>;
  };
  readonly similar: {
    /** Finds tickets that may be about the same matter. */
    readonly to: Operation<'Similar_to'>;
  };
  readonly messages: {
    /** Lists the messages of a ticket, a page at a time. */
    readonly list: PagedOperation<'Messages_list'>;
    /** Adds a public reply or an internal note to a ticket. */
    readonly add: Operation<'Messages_add'>;
    /** Accepts a message that was held for review. */
    readonly accept: Operation<'Messages_accept'>;
    /** Dismisses a message that was held for review. */
    readonly dismiss: Operation<'Messages_dismiss'>;
  };
  readonly messageMail: {
    /** Downloads the mail that a message came in, as it was received. */
    readonly original: Operation<'MessageMail_original'>;
    /** Shows the HTML of a mail, without anything that runs or loads. */
    readonly page: Operation<'MessageMail_page'>;
  };
  readonly attachments: {
    /** Uploads a file, to be named in a message or ticket. */
    readonly upload: Operation<'Attachments_upload'>;
    /** Downloads a file. */
    readonly download: Operation<'Attachments_download'>;
    /** Gives the thumbnail of a picture. */
    readonly thumbnail: Operation<'Attachments_thumbnail'>;
  };
  readonly readyReplies: {
    /** Lists the canned replies that fit a ticket, filled in. */
    readonly list: Operation<'ReadyReplies_list'>;
  };
  readonly calendars: {
    /** Lists the calendars of business hours. */
    readonly list: PagedOperation<'Calendars_list'>;
    /** Makes a calendar of business hours. */
    readonly create: Operation<'Calendars_create'>;
    /** Lists announced holidays and changed hours. */
    readonly announced: PagedOperation<'Calendars_announced'>;
    /** Announces a holiday or changed hours; promises are recomputed. */
    readonly announce: Operation<'Calendars_announce'>;
    /** Shows which promises an announcement would move. */
    readonly preview: Operation<'Calendars_preview'>;
    /** Withdraws an announcement. */
    readonly withdraw: Operation<'Calendars_withdraw'>;
    /** Lists announced changes of the time zone. */
    readonly zones: PagedOperation<'Calendars_zones'>;
    /** Announces a change of the time zone. */
    readonly announceZone: Operation<'Calendars_announceZone'>;
    /** Shows which promises a change of the time zone would move. */
    readonly previewZone: Operation<'Calendars_previewZone'>;
    /** Withdraws a change of the time zone. */
    readonly withdrawZone: Operation<'Calendars_withdrawZone'>;
    /** Lists recomputations of promises and how far they are. */
    readonly recomputations: Operation<'Calendars_recomputations'>;
    /** Gives a calendar by its key. */
    readonly get: Operation<'Calendars_get'>;
    /** Changes a calendar, if its version is still the one last seen. */
    readonly change: Operation<'Calendars_change'>;
    /** Gives the business hours of each day of a month. */
    readonly month: Operation<'Calendars_month'>;
    /** Gives the holidays and changed hours of a year. */
    readonly year: Operation<'Calendars_year'>;
    /** Computes when a number of business minutes has passed. */
    readonly due: Operation<'Calendars_due'>;
    /** Says whether a calendar is open, and when that changes. */
    readonly opening: Operation<'Calendars_opening'>;
  };
  readonly policies: {
    /** Lists the SLA policies. */
    readonly list: PagedOperation<'Policies_list'>;
    /** Makes an SLA policy. */
    readonly create: Operation<'Policies_create'>;
    /** Shows which promises a policy would give. */
    readonly preview: Operation<'Policies_preview'>;
    /** Gives an SLA policy by its key. */
    readonly get: Operation<'Policies_get'>;
    /** Changes an SLA policy, if its version is still the one last seen. */
    readonly change: Operation<'Policies_change'>;
    /** Lists the duty officers, to whom breaches escalate. */
    readonly dutyOfficers: Operation<'Policies_dutyOfficers'>;
    /** Names a duty officer. */
    readonly addDuty: Operation<'Policies_addDuty'>;
    /** Removes a duty officer. */
    readonly removeDuty: Operation<'Policies_removeDuty'>;
  };
  readonly slaTargets: {
    /** Gives the promised times of some tickets. */
    readonly promises: Operation<'SlaTargets_promises'>;
    /** Reports how many promises were kept in a period. */
    readonly report: Operation<'SlaTargets_report'>;
  };
  readonly ticketReferrals: {
    /** Refers a ticket, or a part of it, to an entity. */
    readonly send: Operation<'TicketReferrals_send'>;
    /** Lists the referrals of a ticket. */
    readonly list: Operation<'TicketReferrals_list'>;
  };
  readonly referrals: {
    /** Lists referrals: what lies with the caller’s entity, what was sent, or what the arbiter decides. */
    readonly list: PagedOperation<'Referrals_list'>;
    /** Gives a referral with what it shares of the ticket. */
    readonly get: Operation<'Referrals_get'>;
    /** Accepts a referral for the entity. */
    readonly accept: Operation<'Referrals_accept'>;
    /** Returns a referral, with the entity that is held responsible. */
    readonly returnIt: Operation<'Referrals_returnIt'>;
    /** Writes to the other end of a referral. */
    readonly addMessage: Operation<'Referrals_addMessage'>;
    /** Completes a referral with an answer and, where the service wants one, a proof. */
    readonly complete: Operation<'Referrals_complete'>;
    /** Takes a referral back. */
    readonly recall: Operation<'Referrals_recall'>;
    /** Decides as arbiter which entity has to take a referral. */
    readonly decide: Operation<'Referrals_decide'>;
    /** Downloads a file that the referral shares or holds. */
    readonly file: Operation<'Referrals_file'>;
  };
  readonly entityReferrals: {
    /** Lists the referrals of the entity, the oldest change first. */
    readonly list: PagedOperation<'EntityReferrals_list'>;
    /** Gives a referral of the entity with what it shares of the ticket. */
    readonly get: Operation<'EntityReferrals_get'>;
    /** Accepts a referral for the entity. */
    readonly accept: Operation<'EntityReferrals_accept'>;
    /** Returns a referral, with the entity that is held responsible. */
    readonly returnIt: Operation<'EntityReferrals_returnIt'>;
    /** Writes to the centre about a referral. */
    readonly addMessage: Operation<'EntityReferrals_addMessage'>;
    /** Completes a referral with an answer and, where the service wants one, a proof. */
    readonly complete: Operation<'EntityReferrals_complete'>;
    /** Downloads a file that the referral shares or holds. */
    readonly file: Operation<'EntityReferrals_file'>;
  };
  readonly me: {
    /** Gives the presence of the caller. */
    readonly getPresence: Operation<'Me_getPresence'>;
    /** Sets the presence of the caller. */
    readonly setPresence: Operation<'Me_setPresence'>;
    /** Lists the offers that wait for an answer of the caller. */
    readonly listOffers: Operation<'Me_listOffers'>;
  };
  readonly offers: {
    /** Explains why an offer went to its agent. */
    readonly decision: Operation<'Offers_decision'>;
    /** Accepts an offer: the ticket is assigned to the caller. */
    readonly accept: Operation<'Offers_accept'>;
    /** Declines an offer with a reason. */
    readonly decline: Operation<'Offers_decline'>;
  };
  readonly directory: {
    /** Lists the queues. */
    readonly queues: Operation<'Directory_queues'>;
    /** Gives the live counters of a queue. */
    readonly live: Operation<'Directory_live'>;
    /** Lists the reasons for breaks and declined offers, and wrap-up codes. */
    readonly reasons: Operation<'Directory_reasons'>;
    /** Lists the services that tickets can be about. */
    readonly services: Operation<'Directory_services'>;
    /** Lists the government entities that a ticket can be referred to. */
    readonly entities: Operation<'Directory_entities'>;
    /** Finds members of staff to whom a ticket can be assigned. */
    readonly staff: Operation<'Directory_staff'>;
    /** How somebody spent a day: every state with its time, its reason and who set it. */
    readonly presenceOfDay: Operation<'Directory_presenceOfDay'>;
    /** Sets the presence of another agent. */
    readonly force: Operation<'Directory_force'>;
  };
  readonly queues: {
    /** Lists the queues with their settings. */
    readonly list: PagedOperation<'Queues_list'>;
    /** Makes a queue. */
    readonly create: Operation<'Queues_create'>;
    /** Gives a queue with its settings. */
    readonly get: Operation<'Queues_get'>;
    /** Changes a queue, if its version is still the one last seen. */
    readonly change: Operation<'Queues_change'>;
    /** Removes a queue that was never used. */
    readonly remove: Operation<'Queues_remove'>;
  };
  readonly requesterCare: {
    /** Marks a requester as one who needs particular care, or removes the mark. */
    readonly flag: Operation<'RequesterCare_flag'>;
  };
  readonly roster: {
    /** Lists the shifts that begin in a period. */
    readonly list: Operation<'Roster_list'>;
    /** Replaces the shifts that begin in a period, if they are still those last seen. */
    readonly replace: Operation<'Roster_replace'>;
    /** Reports how far agents kept to the roster. */
    readonly adherence: Operation<'Roster_adherence'>;
  };
  readonly rules: {
    /** Gives the routing rules in force. */
    readonly current: Operation<'Rules_current'>;
    /** Puts new routing rules into force, if the version is still the one last seen. */
    readonly put: Operation<'Rules_put'>;
    /** Checks routing rules without putting them into force. */
    readonly check: Operation<'Rules_check'>;
    /** Shows what routing rules would have decided. */
    readonly dryRun: Operation<'Rules_dryRun'>;
    /** Lists the versions of the routing rules, a page at a time. */
    readonly versions: PagedOperation<'Rules_versions'>;
    /** Gives one version of the routing rules. */
    readonly version: Operation<'Rules_version'>;
  };
  readonly skills: {
    /** Lists the skills. */
    readonly list: PagedOperation<'Skills_list'>;
    /** Makes a skill. */
    readonly create: Operation<'Skills_create'>;
    /** Gives a skill by its key. */
    readonly get: Operation<'Skills_get'>;
    /** Changes a skill, if its version is still the one last seen. */
    readonly change: Operation<'Skills_change'>;
    /** Removes a skill that nothing needs. */
    readonly remove: Operation<'Skills_remove'>;
  };
  readonly desk: {
    /** Lists the service centres with their desks. */
    readonly centres: Operation<'Desk_centres'>;
    /** Gives the desk of the caller, the visitor there, and who waits. */
    readonly mine: Operation<'Desk_mine'>;
    /** Takes a seat at a desk. */
    readonly sit: Operation<'Desk_sit'>;
    /** Leaves the desk. */
    readonly leave: Operation<'Desk_leave'>;
    /** Finds a requester by telephone number, e-mail address or identity number. */
    readonly find: Operation<'Desk_find'>;
    /** Finds tickets of a visitor that may be about the same matter. */
    readonly known: Operation<'Desk_known'>;
  };
  readonly visits: {
    /** Begins a visit of a person without a call number. */
    readonly begin: Operation<'Visits_begin'>;
    /** Calls the next visitor to the desk of the caller. */
    readonly next: Operation<'Visits_next'>;
    /** Calls a visitor to the desk of the caller. */
    readonly call: Operation<'Visits_call'>;
    /** Begins to serve a called visitor. */
    readonly take: Operation<'Visits_take'>;
    /** Records that a called visitor did not come. */
    readonly noShow: Operation<'Visits_noShow'>;
    /** Opens a ticket for a visitor. */
    readonly open: Operation<'Visits_open'>;
    /** Continues an existing ticket with a visitor. */
    readonly goOn: Operation<'Visits_goOn'>;
    /** Ends a visit with a wrap-up code. */
    readonly end: Operation<'Visits_end'>;
    /** Gives the receipt of a visit for printing. */
    readonly receipt: Operation<'Visits_receipt'>;
  };
  readonly blockedCallers: {
    /** Lists the blocked callers, a page at a time. */
    readonly list: PagedOperation<'BlockedCallers_list'>;
    /** Blocks the calls of a number, until a time or for good. */
    readonly block: Operation<'BlockedCallers_block'>;
    /** Lets a blocked number call again. */
    readonly unblock: Operation<'BlockedCallers_unblock'>;
  };
  readonly outboundRoutes: {
    /** Lists which number is shown to whom in outbound calls. */
    readonly list: PagedOperation<'OutboundRoutes_list'>;
    /** Sets which number is shown in outbound calls to numbers with these first digits. */
    readonly put: Operation<'OutboundRoutes_put'>;
    /** Removes the number that is shown in outbound calls to these first digits. */
    readonly remove: Operation<'OutboundRoutes_remove'>;
  };
  readonly recordings: {
    /** Lists the calls of a ticket with their recordings. */
    readonly ofTicket: Operation<'Recordings_ofTicket'>;
    /** Gives the sound of a recording, whole or a range of it. */
    readonly play: Operation<'Recordings_play'>;
    /** Has a recording fetched again that could not be fetched. */
    readonly fetchAgain: Operation<'Recordings_fetchAgain'>;
  };
  readonly callbacks: {
    /** Lists the callbacks that are owed, earliest first. */
    readonly list: PagedOperation<'Callbacks_list'>;
    /** Requests a callback. */
    readonly ask: Operation<'Callbacks_ask'>;
    /** Records that the caller begins a callback. */
    readonly begin: Operation<'Callbacks_begin'>;
    /** Records how a callback ended. */
    readonly settle: Operation<'Callbacks_settle'>;
    /** Lists the callbacks of a ticket. */
    readonly ofTicket: Operation<'Callbacks_ofTicket'>;
  };
  readonly callLog: {
    /** Says whether events of the PBX arrive. */
    readonly health: Operation<'CallLog_health'>;
    /** Lists calls, latest first, a page at a time. */
    readonly list: PagedOperation<'CallLog_list'>;
    /** Marks calls as done. */
    readonly markMany: Operation<'CallLog_markMany'>;
    /** Marks a call as done. */
    readonly markOne: Operation<'CallLog_markOne'>;
  };
  readonly cti: {
    /** Takes an event of a call from a PBX, and says where to connect a new call. */
    readonly receive: Operation<'Cti_receive'>;
    /** Takes a callback that a caller requested by keypad. */
    readonly callback: Operation<'Cti_callback'>;
  };
  readonly myCalls: {
    /** Lists the calls that the caller has now or must still wrap up. */
    readonly list: Operation<'MyCalls_list'>;
    /** Records the wrap-up code of a call. */
    readonly recordOutcome: Operation<'MyCalls_recordOutcome'>;
    /** Controls a call at the PBX: hold, resume, hang up and the like. */
    readonly control: Operation<'MyCalls_control'>;
    /** Starts or stops the recording of a call, and notes consent. */
    readonly record: Operation<'MyCalls_record'>;
  };
  readonly gateway: {
    /** Takes text messages and delivery states from the messaging gateway. */
    readonly take: Operation<'Gateway_take'>;
  };
  readonly texts: {
    /** Lists the text messages of a ticket with their delivery states. */
    readonly ofTicket: Operation<'Texts_ofTicket'>;
    /** Sends a failed text message again. */
    readonly sendAgain: Operation<'Texts_sendAgain'>;
  };
  readonly discovery: {
    /** Says which endpoints and formats of Open311 there are. */
    readonly discover: Operation<'Discovery_discover'>;
  };
  readonly open311: {
    /** Lists the services that requests can be filed for. */
    readonly list: Operation<'Open311_list'>;
    /** Gives the questions of a service. */
    readonly definition: Operation<'Open311_definition'>;
    /** Files a service request. */
    readonly file: Operation<'Open311_file'>;
    /** Lists public service requests by filter. */
    readonly search: Operation<'Open311_search'>;
    /** Gives the service request that a token stands for. */
    readonly token: Operation<'Open311_token'>;
    /** Gives a public service request by its id. */
    readonly get: Operation<'Open311_get'>;
    /** Lists updates of public service requests. */
    readonly listUpdates: Operation<'Open311_listUpdates'>;
    /** Adds an update to a service request. */
    readonly addUpdate: Operation<'Open311_addUpdate'>;
  };
  readonly publicServices: {
    /** Lists the services that the public can file tickets about. */
    readonly list: Operation<'PublicServices_list'>;
  };
  readonly publicTickets: {
    /** Files a ticket without signing in, and answers number and tracking code. */
    readonly file: Operation<'PublicTickets_file'>;
  };
  readonly publicAttachments: {
    /** Uploads a file of the public, to be named in a ticket or reply. */
    readonly upload: Operation<'PublicAttachments_upload'>;
  };
  readonly publicTracking: {
    /** Gives what the requester may see of a ticket, by number and tracking code. */
    readonly track: Operation<'PublicTracking_track'>;
    /** Adds a message of the requester to a ticket. */
    readonly reply: Operation<'PublicTracking_reply'>;
    /** Rates a resolved ticket, once. */
    readonly rate: Operation<'PublicTracking_rate'>;
    /** Sends the tracking code to the requester of a ticket. */
    readonly code: Operation<'PublicTracking_code'>;
  };
  readonly apiKeys: {
    /** Lists the API keys of Open311 programs. */
    readonly list: Operation<'ApiKeys_list'>;
    /** Makes an API key for an Open311 program; it is shown this once. */
    readonly create: Operation<'ApiKeys_create'>;
    /** Revokes an API key. */
    readonly revoke: Operation<'ApiKeys_revoke'>;
  };
  readonly cannedReplies: {
    /** Lists the canned replies. */
    readonly list: PagedOperation<'CannedReplies_list'>;
    /** Makes a canned reply. */
    readonly create: Operation<'CannedReplies_create'>;
    /** Gives a canned reply by its key. */
    readonly get: Operation<'CannedReplies_get'>;
    /** Changes a canned reply, if its version is still the one last seen. */
    readonly change: Operation<'CannedReplies_change'>;
    /** Shows a canned reply filled in. */
    readonly preview: Operation<'CannedReplies_preview'>;
  };
  readonly catalogue: {
    /** Lists the services with their settings. */
    readonly listServices: PagedOperation<'Catalogue_listServices'>;
    /** Makes a service. */
    readonly createService: Operation<'Catalogue_createService'>;
    /** Gives a service by its code. */
    readonly getService: Operation<'Catalogue_getService'>;
    /** Changes a service, if its version is still the one last seen. */
    readonly changeService: Operation<'Catalogue_changeService'>;
    /** Lists the entities. */
    readonly listEntities: PagedOperation<'Catalogue_listEntities'>;
    /** Makes an entity. */
    readonly createEntity: Operation<'Catalogue_createEntity'>;
    /** Gives an entity by its key. */
    readonly getEntity: Operation<'Catalogue_getEntity'>;
    /** Changes an entity, if its version is still the one last seen. */
    readonly changeEntity: Operation<'Catalogue_changeEntity'>;
  };
  readonly centres: {
    /** Lists the service centres. */
    readonly list: PagedOperation<'Centres_list'>;
    /** Makes a service centre. */
    readonly create: Operation<'Centres_create'>;
    /** Gives a service centre by its key. */
    readonly get: Operation<'Centres_get'>;
    /** Changes a service centre, if its version is still the one last seen. */
    readonly change: Operation<'Centres_change'>;
  };
  readonly channels: {
    /** Lists the channels and whether each works. */
    readonly list: Operation<'Channels_list'>;
    /** Tests the connection of a channel. */
    readonly test: Operation<'Channels_test'>;
  };
  readonly jobs: {
    /** Lists the events whose handlers failed for good. */
    readonly deadLetters: Operation<'Jobs_deadLetters'>;
    /** Handles a failed event again. */
    readonly retryEvent: Operation<'Jobs_retryEvent'>;
    /** Lists the jobs that failed for good. */
    readonly failed: Operation<'Jobs_failed'>;
    /** Runs a failed job again. */
    readonly retryJob: Operation<'Jobs_retryJob'>;
  };
  readonly mail: {
    /** Says whether the mailbox is collected, and what went wrong. */
    readonly mailboxState: Operation<'Mail_mailboxState'>;
    /** Lists mails that could not be read, a page at a time. */
    readonly list: PagedOperation<'Mail_list'>;
    /** Downloads a quarantined mail as it came. */
    readonly raw: Operation<'Mail_raw'>;
    /** Lists mails with faults that were read nevertheless. */
    readonly faulty: PagedOperation<'Mail_faulty'>;
    /** Lists mails that were ignored, with the reason. */
    readonly listIgnored: PagedOperation<'Mail_listIgnored'>;
    /** Downloads a mail as it came. */
    readonly original: Operation<'Mail_original'>;
    /** Reads a quarantined mail again. */
    readonly retry: Operation<'Mail_retry'>;
    /** Dismisses a quarantined mail. */
    readonly ignore: Operation<'Mail_ignore'>;
    /** Lists the mails of a ticket with their delivery states. */
    readonly ofTicket: Operation<'Mail_ofTicket'>;
    /** Sends a failed mail again. */
    readonly sendAgain: Operation<'Mail_sendAgain'>;
  };
  readonly reasons: {
    /** Lists the reasons with their settings. */
    readonly list: PagedOperation<'Reasons_list'>;
    /** Makes a reason. */
    readonly create: Operation<'Reasons_create'>;
    /** Gives a reason by its use and key. */
    readonly get: Operation<'Reasons_get'>;
    /** Changes a reason, if its version is still the one last seen. */
    readonly change: Operation<'Reasons_change'>;
  };
  readonly templates: {
    /** Lists the templates of notices. */
    readonly list: Operation<'Templates_list'>;
    /** Gives a template in one language. */
    readonly get: Operation<'Templates_get'>;
    /** Overrides a template, if its version is still the one last seen. */
    readonly override: Operation<'Templates_override'>;
    /** Restores the built-in text of a template. */
    readonly restore: Operation<'Templates_restore'>;
    /** Shows a template filled in. */
    readonly preview: Operation<'Templates_preview'>;
    /** Sends a template to the caller, to look at. */
    readonly test: Operation<'Templates_test'>;
  };
  readonly webhooks: {
    /** Lists the webhooks. */
    readonly list: PagedOperation<'Webhooks_list'>;
    /** Makes a webhook; its secret is shown this once. */
    readonly create: Operation<'Webhooks_create'>;
    /** Changes, disables or enables a webhook. */
    readonly change: Operation<'Webhooks_change'>;
    /** Removes a webhook and what waits to be sent to it. */
    readonly remove: Operation<'Webhooks_remove'>;
    /** Makes a new secret; for a day both sign. */
    readonly rotate: Operation<'Webhooks_rotate'>;
    /** Sends a test to a webhook. */
    readonly test: Operation<'Webhooks_test'>;
    /** Lists the deliveries of a webhook with their answers, a page at a time. */
    readonly deliveries: PagedOperation<'Webhooks_deliveries'>;
    /** Sends a delivery again. */
    readonly retry: Operation<'Webhooks_retry'>;
    /** Sends the events since a time again. */
    readonly replay: Operation<'Webhooks_replay'>;
  };
  readonly audit: {
    /** Lists entries of the audit trail by filter, a page at a time. */
    readonly list: PagedOperation<'Audit_list'>;
    /** Verifies the chain of the audit trail. */
    readonly verify: Operation<'Audit_verify'>;
  };
  readonly users: {
    /** Lists the accounts of staff, a page at a time. */
    readonly list: PagedOperation<'Users_list'>;
    /** Makes an account and sends the invitation. */
    readonly create: Operation<'Users_create'>;
    /** Gives an account by its id. */
    readonly get: Operation<'Users_get'>;
    /** Changes an account, if its version is still the one last seen. */
    readonly change: Operation<'Users_change'>;
    /** Sends a new invitation. */
    readonly invite: Operation<'Users_invite'>;
    /** Lists the sessions of an account. */
    readonly sessionsOf: Operation<'Users_sessionsOf'>;
    /** Ends all sessions of an account. */
    readonly endSessions: Operation<'Users_endSessions'>;
    /** Removes the link of an account to the identity provider, and ends the sessions opened by it. */
    readonly unlink: Operation<'Users_unlink'>;
  };
  readonly secondFactorAdmin: {
    /** Says which roles must have a second factor. */
    readonly requirements: Operation<'SecondFactorAdmin_requirements'>;
    /** Sets which roles must have a second factor. */
    readonly require: Operation<'SecondFactorAdmin_require'>;
    /** Removes the second factors of an account whose owner lost them. */
    readonly reset: Operation<'SecondFactorAdmin_reset'>;
  };
  readonly readingPolicy: {
    /** Says what agents of the centre may read. */
    readonly read: Operation<'ReadingPolicy_read'>;
    /** Sets what agents of the centre may read. */
    readonly choose: Operation<'ReadingPolicy_choose'>;
  };
  readonly staffing: {
    /** Computes service level, wait and occupancy for a number of agents, or the agents for a target. */
    readonly ask: Operation<'Staffing_ask'>;
    /** Computes the agents needed in each interval of a day. */
    readonly askForDay: Operation<'Staffing_askForDay'>;
  };
  readonly intervals: {
    /** Reports figures by interval; also as CSV or XLSX by Accept. */
    readonly intervals: Operation<'Intervals_intervals'>;
    /** Lists the figures of reports with their definitions. */
    readonly figures: Operation<'Intervals_figures'>;
  };
  readonly breakdown: {
    /** Reports figures by entity, service, queue or agent. */
    readonly breakdown: Operation<'Breakdown_breakdown'>;
  };
  readonly forecast: {
    /** Forecasts contacts and the staff that they need. */
    readonly forecast: Operation<'Forecast_forecast'>;
  };
}
