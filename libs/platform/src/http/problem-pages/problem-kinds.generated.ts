import type { ErrorKind } from '#wasl/kernel';

// Written by UPDATE_PROBLEM_KINDS=1 npm test -- problem-codes; not to be edited.
export const PROBLEM_KINDS: Record<string, ErrorKind[]> = {
  "address.too_long": [
    "invalid"
  ],
  "announcement.not_found": [
    "not_found"
  ],
  "announcement.withdrawn": [
    "conflict"
  ],
  "api_key.not_found": [
    "not_found"
  ],
  "api_key.wrong": [
    "forbidden"
  ],
  "attachment.checking": [
    "conflict"
  ],
  "attachment.harmful": [
    "conflict",
    "unsupported_type"
  ],
  "attachment.missing": [
    "invalid"
  ],
  "attachment.no_thumbnail": [
    "not_found"
  ],
  "attachment.not_found": [
    "not_found"
  ],
  "attachment.refused": [
    "unsupported_type"
  ],
  "attachment.too_large": [
    "too_large"
  ],
  "attachment.unreadable": [
    "unsupported_type"
  ],
  "blocked_caller.known": [
    "conflict"
  ],
  "blocked_caller.not_found": [
    "not_found"
  ],
  "blocked_caller.protected": [
    "unprocessable"
  ],
  "body.duplicate_name": [
    "invalid"
  ],
  "body.malformed": [
    "invalid",
    "unsupported_type"
  ],
  "body.too_complex": [
    "invalid"
  ],
  "body.too_large": [
    "too_large"
  ],
  "body.unsupported_type": [
    "unsupported_type"
  ],
  "calendar.exists": [
    "conflict"
  ],
  "calendar.in_use": [
    "conflict"
  ],
  "calendar.needed": [
    "conflict"
  ],
  "calendar.not_found": [
    "not_found"
  ],
  "call.not_controllable": [
    "conflict"
  ],
  "call.not_found": [
    "not_found"
  ],
  "call.over": [
    "conflict"
  ],
  "callback.not_begun": [
    "conflict"
  ],
  "callback.not_found": [
    "not_found"
  ],
  "callback.settled": [
    "conflict"
  ],
  "callback.taken": [
    "conflict"
  ],
  "canned_reply.exists": [
    "conflict"
  ],
  "canned_reply.not_found": [
    "not_found"
  ],
  "centre.exists": [
    "conflict"
  ],
  "centre.not_found": [
    "not_found"
  ],
  "channel.not_set": [
    "not_found"
  ],
  "contact.illegal_transition": [
    "conflict"
  ],
  "contact.not_found": [
    "not_found"
  ],
  "delivery.not_found": [
    "not_found"
  ],
  "desk.not_found": [
    "not_found"
  ],
  "desk.required": [
    "conflict"
  ],
  "desk.taken": [
    "conflict"
  ],
  "duty.nobody": [
    "conflict"
  ],
  "duty.not_found": [
    "not_found"
  ],
  "entity.exists": [
    "conflict"
  ],
  "entity.has_parts": [
    "conflict"
  ],
  "entity.not_found": [
    "not_found"
  ],
  "event.unknown": [
    "invalid"
  ],
  "export.running": [
    "conflict"
  ],
  "export.too_many_rows": [
    "unprocessable"
  ],
  "files.away": [
    "unavailable"
  ],
  "files.lost": [
    "not_found"
  ],
  "idempotency.in_progress": [
    "conflict"
  ],
  "idempotency.mismatch": [
    "conflict"
  ],
  "job.not_found": [
    "not_found"
  ],
  "link.gone": [
    "not_found"
  ],
  "lock.not_found": [
    "not_found"
  ],
  "mail.from_our_address": [
    "unprocessable"
  ],
  "mail.no_destination": [
    "unprocessable"
  ],
  "mail.no_page": [
    "unprocessable"
  ],
  "mail.no_sender": [
    "unprocessable"
  ],
  "mail.not_failed": [
    "conflict"
  ],
  "mail.not_found": [
    "not_found"
  ],
  "mail.reader_away": [
    "unavailable"
  ],
  "mail.settled": [
    "conflict"
  ],
  "mail.too_complex": [
    "unprocessable"
  ],
  "mail.unreadable": [
    "unprocessable"
  ],
  "message.accepted_already": [
    "conflict"
  ],
  "message.held": [
    "conflict"
  ],
  "message.not_held": [
    "not_found"
  ],
  "messaging.signature_wrong": [
    "unauthorized"
  ],
  "messaging.too_old": [
    "unauthorized"
  ],
  "offer.decision_not_found": [
    "not_found"
  ],
  "offer.gone": [
    "conflict"
  ],
  "offer.illegal_transition": [
    "conflict"
  ],
  "oidc.denied": [
    "unauthorized"
  ],
  "oidc.failed": [
    "unauthorized"
  ],
  "oidc.logout_token": [
    "invalid"
  ],
  "oidc.no_role": [
    "forbidden"
  ],
  "oidc.not_confirmed": [
    "unauthorized"
  ],
  "oidc.not_linked": [
    "not_found"
  ],
  "oidc.state": [
    "unauthorized"
  ],
  "oidc.unavailable": [
    "unavailable"
  ],
  "oidc.unknown_user": [
    "forbidden"
  ],
  "origin.foreign": [
    "forbidden"
  ],
  "otp.enabled": [
    "conflict"
  ],
  "otp.not_enrolled": [
    "not_found"
  ],
  "outbound_route.not_found": [
    "not_found"
  ],
  "page.not_found": [
    "not_found"
  ],
  "passkey.known": [
    "conflict"
  ],
  "passkey.not_found": [
    "not_found"
  ],
  "passkey.too_many": [
    "conflict"
  ],
  "permission.denied": [
    "forbidden"
  ],
  "permission.undeclared": [
    "forbidden"
  ],
  "policy.exists": [
    "conflict"
  ],
  "policy.not_found": [
    "not_found"
  ],
  "policy.same_conditions": [
    "conflict"
  ],
  "presence.illegal_transition": [
    "conflict"
  ],
  "presence.offline": [
    "conflict"
  ],
  "queue.exists": [
    "conflict"
  ],
  "queue.in_use": [
    "conflict"
  ],
  "queue.not_found": [
    "not_found"
  ],
  "rate.limited": [
    "too_many"
  ],
  "reason.exists": [
    "conflict"
  ],
  "reason.last_of_use": [
    "conflict"
  ],
  "reason.not_found": [
    "not_found"
  ],
  "recording.expired": [
    "conflict"
  ],
  "recording.failed": [
    "conflict"
  ],
  "recording.not_failed": [
    "conflict"
  ],
  "recording.not_found": [
    "not_found"
  ],
  "recording.not_ready": [
    "conflict"
  ],
  "referral.binding": [
    "conflict"
  ],
  "referral.circle": [
    "conflict"
  ],
  "referral.live": [
    "conflict"
  ],
  "referral.not_found": [
    "not_found"
  ],
  "referral.not_in_arbitration": [
    "conflict"
  ],
  "referral.own_entity": [
    "conflict"
  ],
  "referral.settled": [
    "conflict"
  ],
  "referral.state": [
    "conflict"
  ],
  "referral.with_arbiter": [
    "conflict"
  ],
  "request.invalid": [
    "invalid"
  ],
  "requester.not_found": [
    "not_found"
  ],
  "room.slow": [
    "too_many"
  ],
  "room.too_many": [
    "too_many"
  ],
  "room.unknown": [
    "invalid"
  ],
  "roster.changed": [
    "stale"
  ],
  "route.method_not_allowed": [
    "method_not_allowed"
  ],
  "route.not_found": [
    "not_found"
  ],
  "routing.dry_run_running": [
    "conflict"
  ],
  "routing.period_too_large": [
    "unprocessable"
  ],
  "routing.version_not_found": [
    "not_found"
  ],
  "second_factor.last": [
    "conflict"
  ],
  "second_factor.none": [
    "conflict",
    "not_found"
  ],
  "service.exists": [
    "conflict"
  ],
  "service.not_found": [
    "not_found"
  ],
  "service.not_offered": [
    "not_found"
  ],
  "service.unavailable": [
    "unavailable"
  ],
  "session.confirm_required": [
    "forbidden"
  ],
  "session.enrolment_required": [
    "forbidden"
  ],
  "session.not_found": [
    "not_found"
  ],
  "session.passkey_wrong": [
    "unauthorized"
  ],
  "session.password_off": [
    "forbidden"
  ],
  "session.required": [
    "unauthorized"
  ],
  "session.wrong": [
    "unauthorized"
  ],
  "skill.exists": [
    "conflict"
  ],
  "skill.in_use": [
    "conflict"
  ],
  "skill.not_found": [
    "not_found"
  ],
  "staff.not_found": [
    "not_found"
  ],
  "staffing.out_of_reach": [
    "unprocessable"
  ],
  "staffing.unstable": [
    "unprocessable"
  ],
  "template.not_found": [
    "not_found"
  ],
  "template.not_overridden": [
    "not_found"
  ],
  "text.not_failed": [
    "conflict"
  ],
  "text.not_found": [
    "not_found"
  ],
  "ticket.illegal_transition": [
    "conflict"
  ],
  "ticket.link_circle": [
    "conflict"
  ],
  "ticket.link_self": [
    "conflict"
  ],
  "ticket.merge_restricted": [
    "conflict"
  ],
  "ticket.merge_self": [
    "conflict"
  ],
  "ticket.merged": [
    "conflict"
  ],
  "ticket.not_found": [
    "not_found"
  ],
  "ticket.not_linked": [
    "not_found"
  ],
  "ticket.not_merged": [
    "conflict"
  ],
  "ticket.number_wrong": [
    "not_found"
  ],
  "ticket.reason_required": [
    "forbidden"
  ],
  "ticket.taken": [
    "conflict"
  ],
  "token.not_found": [
    "not_found"
  ],
  "tracking.cannot_rate": [
    "conflict"
  ],
  "tracking.cannot_reply": [
    "conflict"
  ],
  "tracking.not_found": [
    "not_found"
  ],
  "upload.not_found": [
    "not_found"
  ],
  "upload.offset": [
    "conflict"
  ],
  "user.email_taken": [
    "conflict"
  ],
  "user.extension_taken": [
    "conflict"
  ],
  "user.not_administrator": [
    "conflict"
  ],
  "version.required": [
    "precondition_required"
  ],
  "version.stale": [
    "stale"
  ],
  "visit.awaited": [
    "conflict"
  ],
  "visit.has_ticket": [
    "conflict"
  ],
  "visit.nobody_waits": [
    "conflict"
  ],
  "visit.not_found": [
    "not_found"
  ],
  "visit.over": [
    "conflict"
  ],
  "visit.restricted": [
    "conflict"
  ],
  "visit.taken": [
    "conflict"
  ],
  "visit.unfinished": [
    "conflict"
  ],
  "webhook.disabled": [
    "conflict"
  ],
  "webhook.not_found": [
    "not_found"
  ],
  "webhook.replay_too_large": [
    "unprocessable"
  ],
  "webhook.rotated_too_often": [
    "conflict"
  ],
  "webhook.too_many": [
    "conflict"
  ],
  "work.illegal_transition": [
    "conflict"
  ]
};
