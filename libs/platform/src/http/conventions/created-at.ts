import { SetMetadata } from '@nestjs/common';

export const CREATED_AT = 'wasl:created-at';

/**
 * Where a creation can be read, for its `Location`. Needed only where neither `GET <path>/:id` (or `:key`, `:number`,
 * `:code`) nor a list at the same path exists.
 * @param template a path whose `:names` are fields of the answer (`:ticket.number`) or parameters of the request; or
 * the field of the answer that holds a whole URL (`@trackUrl`); or a page of the portal (`portal:/:lang/track/:number`)
 */
export const CreatedAt = (template: `/${string}` | `@${string}` | `portal:/${string}`) =>
  SetMetadata(CREATED_AT, { template } satisfies CreatedAtRule);

/** For a creation that nobody can read back; `because` says why. */
export const CreatedWithoutLocation = (because: string) =>
  SetMetadata(CREATED_AT, { because } satisfies CreatedAtRule);

export type CreatedAtRule = { template: string } | { because: string };
