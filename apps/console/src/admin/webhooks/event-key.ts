import type { WebhookShown } from '../../api/webhooks-api.js';

/** i18n keys cannot contain dots. */
export const eventKey = (event: WebhookShown['events'][number]) =>
  event.replace('.', '_') as Underscored<typeof event>;
type Underscored<A extends string> = A extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : A;
