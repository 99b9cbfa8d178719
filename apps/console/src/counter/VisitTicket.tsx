import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ticketsApi } from '../api/api.js';
import { counterApi, type Visit } from '../api/counter-api.js';
import { useReasons } from '../api/queries.js';
import { useFormats } from '../i18n/format.js';
import { isLanguage, LANGUAGE_NAMES } from '../i18n/languages.js';
import { cacheTicket } from '../tickets/cache-ticket.js';
import { StatusBadge } from '../tickets/TicketBadges.js';
import { Select } from '../ui/choice-fields.js';
import { Textarea } from '../ui/fields.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Counter.module.css';
import { refetchCounter, useCounterMutation } from './use-counter.js';

interface Props {
  visit: Visit;
  ticket: NonNullable<Visit['ticket']>;
}

/** The visit's ticket: receipt, immediate answer, and end of the visit. */
export function VisitTicket({ visit, ticket }: Props) {
  const { t } = useTranslation();
  const open = ticket.status === 'new' || ticket.status === 'open' || ticket.status === 'pending';
  return (
    <>
      <h2 className={classes.subject}>
        <bdi>{ticket.subject}</bdi>
      </h2>
      <p className={classes.facts}>
        <Link to={`/tickets/${ticket.number}`}>
          <Ltr>{ticket.number}</Ltr>
        </Link>
        <StatusBadge status={ticket.status} />
        <bdi>{ticket.requester ?? t('requester.noName')}</bdi>
        {isLanguage(ticket.language) && <span>{LANGUAGE_NAMES[ticket.language]}</span>}
      </p>
      <Group mb="lg">
        <Button
          component="a"
          href={`/counter/receipt/${visit.id}`}
          target="_blank"
          rel="noopener"
          leftSection={<Icon name="note" />}
        >
          {t('counter.receipt')}
        </Button>
        <Button component={Link} to={`/tickets/${ticket.number}`} variant="default">
          {t('counter.openTicket')}
        </Button>
      </Group>
      {open && <AnswerNow number={ticket.number} />}
      <EndVisit visit={visit} />
    </>
  );
}

function AnswerNow({ number }: { number: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [answer, setAnswer] = useState('');
  const resolve = useMutation({
    mutationFn: () => ticketsApi.resolve(number, { note: answer.trim(), resolution: 'answered' }),
    onSuccess: (ticket) => {
      cacheTicket(ticket);
      notifySuccess(t('done.resolved'));
    },
    onError: (error) => notifyError(t('ticket.changeFailed'), problemText(error)),
    onSettled: refetchCounter,
  });
  return (
    <form
      className={classes.section}
      onSubmit={(event) => {
        event.preventDefault();
        resolve.mutate();
      }}
    >
      <Textarea
        label={t('counter.answerNow')}
        description={t('resolve.noteHint')}
        dir="auto"
        autosize
        minRows={2}
        maxRows={10}
        value={answer}
        onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        mt="xs"
        disabled={answer.trim() === ''}
        loading={resolve.isPending}
      >
        {t('counter.resolveNow')}
      </Button>
    </form>
  );
}

/** Ends the visit with a wrap-up code, if the centre records one. */
export function EndVisit({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const codes = useReasons('wrap_up');
  const [code, setCode] = useState<string | null>(null);
  const end = useCounterMutation(() => counterApi.end(visit.id, code));
  return (
    <div className={classes.end}>
      {codes.data && codes.data.length > 0 && (
        <Select
          label={t('counter.outcome')}
          clearable
          clearButtonProps={{ 'aria-label': t('counter.noOutcome') }}
          value={code}
          onChange={setCode}
          data={codes.data.map((reason) => ({ value: reason.key, label: localized(reason.name) }))}
        />
      )}
      <Button loading={end.isPending} onClick={() => end.mutate()}>
        {t('counter.end')}
      </Button>
    </div>
  );
}
