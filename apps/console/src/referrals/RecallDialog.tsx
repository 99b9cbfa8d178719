import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReferralDetail, referralsApi } from '../api/referrals-api.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Textarea } from '../ui/fields.js';
import { useReferralAction } from './use-referral-action.js';

export function RecallDialog({ referral, close }: { referral: ReferralDetail; close: () => void }) {
  const { t } = useTranslation();
  const act = useReferralAction(close);
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t('referral.recallTitle')} close={close}>
      <DialogForm
        saving={act}
        close={close}
        label={t('referral.recall')}
        failed={t('referral.failed')}
        disabled={reason.trim() === ''}
        submit={() =>
          act.mutate({
            ticket: referral.ticket,
            run: () => referralsApi.recall(referral.id, reason.trim()),
            done: t('referral.done.recalled'),
          })
        }
      >
        <Textarea
          label={t('referral.reason')}
          description={t('referral.recallHint')}
          required
          data-autofocus
          maxLength={2_000}
          dir="auto"
          autosize
          minRows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </DialogForm>
    </Dialog>
  );
}
