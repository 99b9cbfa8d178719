/** Texts of the pages about problems: labels, and what to do by kind and for single codes. */
export const pageTextsEn = {
  heading: 'Problems that the API answers',
  intro:
    'Every refusal of the API is a problem document (RFC 9457). Its code never changes, and its type leads to one of these pages.',
  all: 'All codes',
  status: 'HTTP status',
  meaning: 'What it means',
  action: 'What to do',
  fields: 'Codes of single fields',
  fieldsIntro: 'They stand in errors, each with the path of its field and a message.',
  live: 'sent on the live connection, not with an HTTP status',
  other: 'العربية',
  'do.invalid':
    'Correct the request before you send it again. Where the answer has errors, each names a field.',
  'do.unauthorized':
    'Sign in, or send a valid token: Authorization: Bearer <token>. The same request cannot succeed without it.',
  'do.forbidden':
    'Ask an administrator for the permission, or use an account or a token that has it. Signing in again does not help.',
  'do.not_found':
    'Check the address and the identifier. What belongs to somebody else is answered as if it did not exist.',
  'do.method_not_allowed': 'Use one of the methods that the header Allow names.',
  'do.conflict':
    'Read the current state again, decide whether the request still makes sense, and then repeat it.',
  'do.stale':
    'Read the resource again, apply your change to what it is now, and send it with its new ETag in If-Match.',
  'do.too_large': 'Send less at once, or a smaller file.',
  'do.unsupported_type':
    'Send the type that the header Accept of the answer names, usually application/json in UTF-8, not compressed.',
  'do.unprocessable':
    'The request is well formed but cannot be carried out. Change the values that it is about.',
  'do.precondition_required':
    'Read the resource, and send its ETag in If-Match: "<version>". If-Match: * overwrites whatever is there.',
  'do.too_many':
    'Wait for the seconds in Retry-After. The headers RateLimit-Limit and RateLimit-Remaining help to stay below the limit.',
  'do.unavailable': 'Try again after the seconds in Retry-After, each time a little later.',
  'do.internal':
    'Try again once. If it stays, report it with the request id: the header X-Request-Id, or requestId in the problem.',
  'do.code.idempotency.mismatch':
    'Use a new Idempotency-Key for a new request; send the same body only to repeat one.',
  'do.code.idempotency.in_progress':
    'The first request with this key is still being handled. Repeat it in a few seconds.',
  'do.code.session.otp_required':
    'Send the same request with otp: the current code of the authenticator app.',
  'do.code.session.confirm_required':
    'Confirm the identity of the signed-in person with POST /api/v1/session/confirm, then repeat. Tokens cannot do this.',
  'do.code.origin.foreign':
    'Send the request from a page of the same host, or without cookies from a server. Operators can name your origin in CORS_ORIGINS.',
  'do.code.permission.denied':
    'Ask an administrator for the permission that the answer names. Signing in again does not help.',
};
