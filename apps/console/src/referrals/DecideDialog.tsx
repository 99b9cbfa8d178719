import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReferralDetail, referralsApi } from '../api/referrals-api.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Textarea } from '../ui/fields.js';
import { EntitySelect } from './EntitySelect.js';
import { useReferralAction } from './use-referral-action.js';

/** The arbiter says whose matter it is. The entity cannot return it. */
export function DecideDialog({ referral, close }: { referral: ReferralDetail; close: () => void }) {
  const { t } = useTranslation();
  const act = useReferralAction(close);
  const [entity, setEntity] = useState<string | null>(referral.belongsTo);
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t('referral.decideTitle')} close={close}>
      <DialogForm
        saving={act}
        close={close}
        label={t('referral.decide')}
        failed={t('referral.failed')}
        disabled={entity === null || reason.trim() === ''}
        submit={() => {
          if (entity === null) return;
          act.mutate({
            ticket: referral.ticket,
            run: () => referralsApi.decide(referral.id, { entity, reason: reason.trim() }),
            done: t('referral.done.decided'),
          });
        }}
      >
        <EntitySelect
          label={t('referral.entity')}
          description={t('referral.decideHint')}
          required
          autofocus
          value={entity}
          change={setEntity}
        />
        <Textarea
          label={t('referral.reason')}
          required
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
