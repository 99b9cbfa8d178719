import { SYSTEM_REASONS, type SystemReason } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import { useReasons } from '../api/queries.js';
import type { ReasonUse } from '../api/types.js';
import { useFormats } from '../i18n/format.js';

const isSystemReason = (reason: string): reason is SystemReason =>
  SYSTEM_REASONS.includes(reason as SystemReason);

/** System reasons have i18n texts; the others are named by administrators. @param use what the reasons are for */
export function useReasonName(use: ReasonUse = 'not_ready'): (reason: string) => string {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const reasons = useReasons(use);
  return (reason) => {
    if (isSystemReason(reason)) return t(`presence.reason.${reason}`);
    const known = reasons.data?.find((other) => other.key === reason);
    return known ? localized(known.name) : reason;
  };
}
