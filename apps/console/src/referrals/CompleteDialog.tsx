import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REFERRAL_OUTCOMES, type ReferralOutcome } from '#wasl/contracts';
import { type ReferralDetail, referralsApi } from '../api/referrals-api.js';
import type { Attachment } from '../api/types.js';
import { AttachButton, AttachedFiles } from '../tickets/AttachedFiles.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Textarea } from '../ui/fields.js';
import { useReferralAction } from './use-referral-action.js';

/** The entity's answer; what is fixed is shown by a proof where the service wants one. */
export function CompleteDialog({ referral, close }: { referral: ReferralDetail; close: () => void }) {
  const { t } = useTranslation();
  const act = useReferralAction(close);
  const [outcome, setOutcome] = useState<ReferralOutcome>('answered');
  const [note, setNote] = useState('');
  const [proof, setProof] = useState<Attachment[]>([]);
  return (
    <Dialog title={t('referral.completeTitle')} close={close}>
      <DialogForm
        saving={act}
        close={close}
        label={t('referral.complete')}
        failed={t('referral.failed')}
        disabled={note.trim() === ''}
        submit={() =>
          act.mutate({
            ticket: referral.ticket,
            run: () =>
              referralsApi.complete(referral.id, {
                outcome,
                note: note.trim(),
                proof: proof.map(({ id }) => id),
              }),
            done: t('referral.done.completed'),
          })
        }
      >
        <Radio.Group
          label={t('resolve.resolution')}
          value={outcome}
          onChange={(value) => setOutcome(REFERRAL_OUTCOMES.find((other) => other === value) ?? 'answered')}
        >
          <Stack gap="xs" mt="xs">
            {REFERRAL_OUTCOMES.map((value) => (
              <Radio key={value} value={value} label={t(`referral.outcome.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('referral.answer')}
          description={t('referral.answerHint')}
          required
          data-autofocus
          maxLength={20_000}
          dir="auto"
          autosize
          minRows={4}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div role="group" aria-label={t('referral.proof')}>
          <p>{t(`referral.proofOf.${referral.about?.proof ?? 'none'}`)}</p>
          <AttachedFiles
            attachments={proof}
            detach={(id) => setProof((all) => all.filter((file) => file.id !== id))}
          />
          <AttachButton onAttached={(file) => setProof((all) => [...all, file])} />
        </div>
      </DialogForm>
    </Dialog>
  );
}
