import { Alert, Group, Radio } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import type { Ticket } from '../api/types.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { notifyWithUndo } from '../ui/notify-with-undo.js';
import classes from './Joining.module.css';
import { cacheTicket } from './cache-ticket.js';
import { MergeSummary } from './MergeSummary.js';
import { TicketPicker } from './TicketPicker.js';
import { refetchTickets, useUnmerge, useOpenTicket } from './merge-split.js';

interface Props {
  ticket: Ticket;
  opened: boolean;
  close: () => void;
}

/** Merges two tickets after showing both side by side with the effects. */
export function MergeDialog({ ticket, opened, close }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('merge.title')} size="xl" opened={opened} close={close}>
      <MergeForm ticket={ticket} close={close} />
    </Dialog>
  );
}

const isSettled = ({ status }: Ticket) => status === 'resolved' || status === 'closed';

function MergeForm({ ticket, close }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const [other, setOther] = useState<Ticket>();
  const [goesOn, setGoesOn] = useState<'other' | 'this'>('other');
  const [ending, survivor] = goesOn === 'other' ? [ticket, other] : [other, ticket];
  const merge = useMerge(close);
  // an open ticket cannot be merged into a resolved or closed one, where nobody would handle it
  const refused = ending && survivor && isSettled(survivor) && !isSettled(ending);
  return (
    <DialogForm
      saving={merge}
      submit={() => {
        if (ending && survivor && !refused) merge.mutate({ ending: ending.number, into: survivor.number });
      }}
      close={close}
      label={t('merge.submit')}
      failed={t('merge.failed')}
      disabled={!other || refused === true}
    >
      <TicketPicker ticket={ticket} label={t('merge.with')} chosen={other} choose={setOther} />
      {other && ending && survivor && (
        <>
          <Radio.Group
            label={t('merge.which')}
            value={goesOn}
            onChange={(value) => setGoesOn(value === 'this' ? 'this' : 'other')}
          >
            <Group mt="xs">
              <Radio value="other" label={t('merge.other')} />
              <Radio value="this" label={t('merge.this')} />
            </Group>
          </Radio.Group>
          <div className={classes.sides}>
            <MergeSummary ticket={ending} survives={false} />
            <MergeSummary ticket={survivor} survives />
          </div>
          <Effects ending={ending} survivor={survivor} refused={refused === true} />
        </>
      )}
    </DialogForm>
  );
}

/** The effects of the merge. */
function Effects({ ending, survivor, refused }: { ending: Ticket; survivor: Ticket; refused: boolean }) {
  const { t } = useTranslation();
  if (refused) return <Alert role="alert">{t('merge.settled')}</Alert>;
  const isolated = (number: string) => `\u2066${number}\u2069`;
  const numbers = { ending: isolated(ending.number), survivor: isolated(survivor.number) };
  return (
    <ul className={classes.effects}>
      <li>{t('merge.effectCloses', numbers)}</li>
      <li>{t('merge.effectLands', numbers)}</li>
      <li>{ending.requester.id === survivor.requester.id ? t('merge.effectOne') : t('merge.effectTwo')}</li>
      <li>{t('merge.effectUndo')}</li>
    </ul>
  );
}

function useMerge(close: () => void) {
  const { t } = useTranslation();
  const show = useOpenTicket();
  const { unmerge } = useUnmerge();
  return useMutation({
    mutationFn: ({ ending, into }: { ending: string; into: string }) => ticketsApi.merge(ending, into),
    onSuccess: (survivor, { ending }) => {
      cacheTicket(survivor);
      refetchTickets(ending, survivor.number);
      close();
      show(survivor.number);
      const text = t('done.merged', {
        ending: `\u2066${ending}\u2069`,
        survivor: `\u2066${survivor.number}\u2069`,
      });
      notifyWithUndo(text, t('action.undo'), () => unmerge(ending, survivor.number));
    },
  });
}
