import type { OperationFacts } from './operation-facts.js';

export interface OperationParts {
  method: string;
  parameters: { in: string; name: string }[];
  readsBody: boolean;
}

/** What each status means, for the shared answers of the document. */
export const PROBLEM_ANSWERS: Record<number, string> = {
  400: 'The request is not valid; `errors` names the fields.',
  401: 'Nobody is signed in, or the token is not valid.',
  403: 'The caller lacks the permission, or must confirm who they are.',
  404: 'There is no such resource, or it is not for the caller.',
  409: 'The current state does not allow this, or the Idempotency-Key was used for another body.',
  412: 'The resource has changed since the version in If-Match.',
  413: 'The body is too large.',
  415: 'A body of this type is not read here.',
  422: 'The request is well formed but cannot be carried out.',
  428: 'If-Match is missing.',
  429: 'Too many requests; Retry-After says when to try again.',
};

/** The refusals that an operation can answer, from what is known about it. */
export function problemStatuses(
  { method, parameters, readsBody }: OperationParts,
  facts: OperationFacts,
): number[] {
  const { access, confirmed, limited } = facts;
  const isPublic = access !== undefined && 'public' in access;
  const isWrite = method !== 'get';
  const hasPath = parameters.some((one) => one.in === 'path');
  const has = (header: string) => parameters.some((one) => one.in === 'header' && one.name === header);
  const rules: [number, boolean][] = [
    [400, true],
    [401, !isPublic],
    [403, isWrite || confirmed || (access !== undefined && 'permission' in access)],
    [404, hasPath || isWrite],
    [409, isWrite && (hasPath || readsBody || has('Idempotency-Key'))],
    [412, has('If-Match')],
    [413, readsBody],
    [415, readsBody],
    [422, readsBody],
    [428, has('If-Match')],
    [429, limited || isPublic],
  ];
  return rules.filter(([, applies]) => applies).map(([status]) => status);
}
