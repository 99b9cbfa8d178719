import { createHash, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../config/settings.js';

/** Whether the caller may read the metrics: everybody with `METRICS=1`, otherwise only with the token. */
export function mayReadMetrics(
  settings: Pick<Settings, 'METRICS' | 'METRICS_TOKEN'>,
  authorization: string | undefined,
): boolean {
  if (settings.METRICS) return true;
  const sent = /^Bearer (\S{1,500})$/i.exec(authorization ?? '')?.[1];
  if (!settings.METRICS_TOKEN || !sent) return false;
  return timingSafeEqual(digest(sent), digest(settings.METRICS_TOKEN));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
