import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { counterApi, type ExistingTicket, type Visit } from '../api/counter-api.js';
import { useFormats } from '../i18n/format.js';
import { useCurrentUser } from '../session/session.js';
import { ChannelBadge, StatusBadge } from '../tickets/TicketBadges.js';
import { Ltr } from '../ui/Ltr.js';
import { Textarea } from '../ui/fields.js';
import { useNow } from '../ui/use-now.js';
import classes from './Counter.module.css';
import { useCounterMutation } from './use-counter.js';

interface Props {
  visit: Visit;
  matters: ExistingTicket[];
  /** whether the requester is known, in which case an empty list is stated */
  known: boolean;
}

/** Existing tickets that the visit may be about, so that no duplicate is created. */
export function ExistingTickets({ visit, matters, known }: Props) {
  const { t } = useTranslation();
  const own = matters.filter((matter) => matter.own);
  const others = matters.filter((matter) => !matter.own);
  return (
    <div className={classes.section}>
      {known && own.length === 0 && <p>{t('counter.nothingOpen')}</p>}
      {own.length > 0 && <Matters visit={visit} title={t('counter.theirs')} matters={own} />}
      {others.length > 0 && <Matters visit={visit} title={t('counter.others')} matters={others} />}
    </div>
  );
}

function Matters({ visit, title, matters }: { visit: Visit; title: string; matters: ExistingTicket[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className={classes.matters}>
        {matters.map((matter) => (
          <Matter key={matter.number} visit={visit} matter={matter} />
        ))}
      </ul>
    </>
  );
}

function Matter({ visit, matter }: { visit: Visit; matter: ExistingTicket }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const [opened, setOpened] = useState(false);
  return (
    <li>
      <div className={classes.matter}>
        <div>
          <p dir="auto" className={classes.subject}>
            {matter.subject}
          </p>
          <p className={classes.facts}>
            <Link to={`/tickets/${matter.number}`}>
              <Ltr>{matter.number}</Ltr>
            </Link>
            <StatusBadge status={matter.status} />
            <ChannelBadge channel={matter.channel} />
            <time dateTime={matter.updatedAt}>{formats.relative(Date.parse(matter.updatedAt) - now)}</time>
            {matter.assignee && <bdi>{matter.assignee.name}</bdi>}
          </p>
        </div>
        {matter.own && (
          <Button
            size="xs"
            variant="default"
            aria-expanded={opened}
            aria-label={t('counter.goOnNamed', { number: `\u2066${matter.number}\u2069` })}
            onClick={() => setOpened((was) => !was)}
          >
            {t('counter.goOn')}
          </Button>
        )}
      </div>
      {opened && <GoOn visit={visit} matter={matter} />}
    </li>
  );
}

function GoOn({ visit, matter }: { visit: Visit; matter: ExistingTicket }) {
  const { t } = useTranslation();
  const me = useCurrentUser().id;
  const [said, setSaid] = useState('');
  const another = matter.assignee !== null && matter.assignee.id !== me;
  const [takeIt, setTakeIt] = useState(!another);
  const goOn = useCounterMutation(() =>
    counterApi.continueTicket(visit.id, {
      ticket: matter.number,
      said: said.trim(),
      takeIt: takeIt && !another,
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        goOn.mutate();
      }}
    >
      <Textarea
        label={t('counter.said')}
        required
        autoFocus
        dir="auto"
        autosize
        minRows={2}
        maxRows={10}
        value={said}
        onChange={({ currentTarget }) => setSaid(currentTarget.value)}
      />
      <Group mt="xs">
        <Button type="submit" disabled={said.trim() === ''} loading={goOn.isPending}>
          {t('counter.goOnNow')}
        </Button>
        {another ? (
          <span className={classes.quiet}>
            {t('counter.stays', { name: `\u2068${matter.assignee?.name ?? ''}\u2069` })}
          </span>
        ) : (
          <Checkbox
            label={t('newTicket.takeIt')}
            checked={takeIt}
            onChange={({ currentTarget }) => setTakeIt(currentTarget.checked)}
          />
        )}
      </Group>
    </form>
  );
}
