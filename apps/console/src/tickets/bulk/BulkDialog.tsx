import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../api/types.js';
import { Dialog } from '../../ui/Dialog.js';
import { Ltr } from '../../ui/Ltr.js';
import { useProblemText } from '../../ui/use-problem-text.js';
import { cacheTicket } from '../cache-ticket.js';
import classes from './Bulk.module.css';
import { BulkFields } from './BulkFields.js';
import { bulkActionHandler, type BulkForm, emptyBulkForm, isComplete } from './bulk-actions.js';
import { type Outcome, runAll } from './run-all.js';
import { select } from './selection.js';
import { useCurrentUser } from '../../session/session.js';

export type { BulkAction } from './bulk-actions.js';

interface Props {
  action: BulkForm['action'];
  tickets: Ticket[];
  close: () => void;
}

/** Confirms a bulk action, runs it for each ticket and shows the results. */
export function BulkDialog({ action, tickets, close }: Props) {
  const { t } = useTranslation();
  // the list keeps updating behind the dialog; the selection at opening time counts
  const [chosen] = useState(tickets);
  const [outcomes, setOutcomes] = useState<Outcome<Ticket>[]>();
  return (
    <Dialog title={t('bulk.title', { what: t(`bulk.deed.${action}`) })} close={close}>
      {outcomes ? (
        <Outcomes outcomes={outcomes} all={chosen.length} close={close} />
      ) : (
        <Question action={action} tickets={chosen} close={close} begin={setOutcomes} />
      )}
    </Dialog>
  );
}

type UpdateOutcomes = (change: (before: Outcome<Ticket>[] | undefined) => Outcome<Ticket>[]) => void;

function Question({ action, tickets, close, begin }: Props & { begin: UpdateOutcomes }) {
  const { t } = useTranslation();
  const me = useCurrentUser();
  const [form, setForm] = useState(emptyBulkForm(action));
  const run = async () => {
    begin(() => []);
    const failed: string[] = [];
    const act = bulkActionHandler(form, me.id);
    await runAll(
      tickets,
      async (ticket) => cacheTicket(await act(ticket)),
      (outcome) => {
        if (outcome.error !== undefined) failed.push(outcome.on.number);
        begin((before = []) => [...before, outcome]);
      },
    );
    // failed tickets stay selected
    select(failed);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete(form)) void run();
      }}
    >
      <Stack>
        <p className={classes.question}>{t('bulk.question', { count: tickets.length })}</p>
        <BulkFields form={form} change={(change) => setForm({ ...form, ...change })} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={!isComplete(form)} data-autofocus={action === 'take' || undefined}>
            {t('bulk.submit', { count: tickets.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Outcomes(props: { outcomes: Outcome<Ticket>[]; all: number; close: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { outcomes, all } = props;
  const failed = outcomes.filter(({ error }) => error !== undefined);
  const isOver = outcomes.length === all;
  const done = outcomes.length - failed.length;
  return (
    <Stack>
      <p role="status" className={classes.question}>
        {isOver ? t('bulk.done', { count: done }) : t('bulk.running', { done: outcomes.length, all })}
      </p>
      {failed.length > 0 && (
        <section role="alert">
          <h3 className={classes.failedTitle}>{t('bulk.failed', { count: failed.length })}</h3>
          <ul className={classes.failed}>
            {failed.map(({ on, error }) => (
              <li key={on.number}>
                <Ltr>{on.number}</Ltr> <bdi>{on.subject}</bdi>: {problemText(error)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group justify="flex-end">
        <Button onClick={props.close} disabled={!isOver}>
          {t('action.close')}
        </Button>
      </Group>
    </Stack>
  );
}
