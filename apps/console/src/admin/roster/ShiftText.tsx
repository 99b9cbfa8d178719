import { useTranslation } from 'react-i18next';
import type { Shift } from '../../api/routing-api.js';
import { useReasonName } from '../../presence/use-reason-name.js';
import { Ltr } from '../../ui/Ltr.js';
import { timeOf } from '../../i18n/zoned-time.js';

/** The times of a shift, and its state unless it is ordinary work. */
export function ShiftText({ shift, zone }: { shift: Shift; zone: string }) {
  const { t } = useTranslation();
  const reasonName = useReasonName();
  return (
    <>
      <Ltr>
        {timeOf(shift.from, zone)}–{timeOf(shift.to, zone)}
      </Ltr>
      {shift.state === 'not_ready' && (
        <> {shift.reason ? reasonName(shift.reason) : t('presence.state.not_ready')}</>
      )}
    </>
  );
}
