import { PROBLEM_ANSWERS } from './problem-answers.js';

const text = (description: string) => ({ type: 'string', description });

/** RFC 9457 with our code. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'A problem document (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'leads to a page about the code' },
    title: text('what kind of problem, in the language of Accept-Language'),
    status: { type: 'integer', description: 'the HTTP status' },
    code: text('never changes'),
    detail: text('what went wrong, in the language of Accept-Language'),
    requestId: text('where the caller sent X-Request-Id, or the fault is ours'),
    errors: {
      type: 'array',
      description: 'faults of single fields',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const CODES: Record<number, [code: string, title: string, detail: string]> = {
  400: ['request.invalid', 'The request is not valid', 'Some fields need correcting.'],
  401: ['session.required', 'Please sign in', 'Please sign in.'],
  403: ['permission.denied', 'Not allowed', 'You are not allowed to do this.'],
  404: ['route.not_found', 'Not found', 'There is nothing at this address.'],
  409: ['idempotency.mismatch', 'Not possible now', 'This key was used for another request.'],
  412: ['version.stale', 'Changed meanwhile', 'Somebody changed this in the meantime.'],
  413: ['body.too_large', 'Too large', 'The body is larger than allowed.'],
  415: ['body.unsupported_type', 'Type not supported', 'This content type is not accepted here.'],
  422: ['staffing.unstable', 'Cannot be done', 'Too few agents for this load.'],
  428: ['version.required', 'Version required', 'Send If-Match with the version you last saw.'],
  429: ['rate.limited', 'Too many requests', 'Too many requests. Please wait a little and try again.'],
};

const HEADERS_OF_STATUS: Record<number, string[]> = {
  401: ['WWW-Authenticate'],
  429: ['Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
};

const schema = { $ref: '#/components/schemas/Problem' };

/** The refusals that operations refer to: `Problem400` … and `Problem` for every other. */
export function problemResponses(): Record<string, object> {
  const known = Object.entries(PROBLEM_ANSWERS).map(([status, description]) => {
    const [code, title, detail] = CODES[Number(status)]!;
    const example = {
      type: `https://wasl.example/problems/${code}`,
      title,
      status: Number(status),
      code,
      detail,
    };
    const names = ['X-Request-Id', ...(HEADERS_OF_STATUS[Number(status)] ?? [])];
    const headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
    return [
      `Problem${status}`,
      { description, headers, content: { 'application/problem+json': { schema, example } } },
    ] as const;
  });
  const other = {
    description: 'Any other problem.',
    content: { 'application/problem+json': { schema } },
  };
  return { ...Object.fromEntries(known), Problem: other };
}

const header = (description: string, type = 'string') => ({ description, schema: { type } });

export const RESPONSE_HEADERS = {
  ETag: header('the version in quotes, to be sent in If-Match'),
  Link: header('the first and the next page (RFC 8288)'),
  Location: header('where what was created can be read'),
  'RateLimit-Limit': header('calls in a window', 'integer'),
  'RateLimit-Remaining': header('calls that are left in this window', 'integer'),
  'RateLimit-Reset': header('seconds until the next window', 'integer'),
  'Retry-After': header('seconds to wait', 'integer'),
  'WWW-Authenticate': header('how to sign in'),
  'X-Request-Id': header('the id of this request, the caller’s own if it is valid'),
};
