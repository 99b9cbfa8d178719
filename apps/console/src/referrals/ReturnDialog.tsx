import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReferralDetail, referralsApi } from '../api/referrals-api.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Textarea } from '../ui/fields.js';
import { EntitySelect } from './EntitySelect.js';
import { useReferralAction } from './use-referral-action.js';

/** Not the entity's matter: why, and whose it is believed to be. */
export function ReturnDialog({ referral, close }: { referral: ReferralDetail; close: () => void }) {
  const { t } = useTranslation();
  const act = useReferralAction(close);
  const [reason, setReason] = useState('');
  const [belongsTo, setBelongsTo] = useState<string | null>(null);
  return (
    <Dialog title={t('referral.returnTitle')} close={close}>
      <DialogForm
        saving={act}
        close={close}
        label={t('referral.return')}
        failed={t('referral.failed')}
        disabled={reason.trim() === ''}
        submit={() =>
          act.mutate({
            ticket: referral.ticket,
            run: () =>
              referralsApi.giveBack(referral.id, { reason: reason.trim(), ...(belongsTo && { belongsTo }) }),
            done: t('referral.done.returned'),
          })
        }
      >
        <Textarea
          label={t('referral.reason')}
          description={t('referral.returnHint')}
          required
          data-autofocus
          maxLength={2_000}
          dir="auto"
          autosize
          minRows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <EntitySelect
          label={t('referral.belongsTo')}
          value={belongsTo}
          change={setBelongsTo}
          without={[referral.entity]}
        />
      </DialogForm>
    </Dialog>
  );
}
