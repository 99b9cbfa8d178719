import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useExists } from '../i18n/use-exists.js';
import { Icon } from '../ui/icons.js';
import type { TicketPatch } from '../api/types.js';
import type { Change, Conflict } from './conflict.js';
import classes from './Ticket.module.css';
import { useQueueName } from './use-queue-name.js';

interface Props {
  conflict: Conflict;
  again: () => void;
  leave: () => void;
}

export function ConflictNotice({ conflict, again, leave }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const describe = useDescription();
  const wantedText = useWantedText();
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.conflict}>
      <p className={classes.conflictTitle}>
        <Icon name="alert" /> {t('conflict.title')}
      </p>
      <ul>
        {conflict.changes.map((change) => (
          <li key={change.field}>{describe(change)}</li>
        ))}
        {conflict.changes.length === 0 && <li>{t('conflict.elsewhere')}</li>}
      </ul>
      <p>{t('conflict.notSaved', { wanted: wantedText(conflict.attempted) })}</p>
      <Button size="xs" onClick={again}>
        {t('conflict.again')}
      </Button>{' '}
      <Button size="xs" variant="default" onClick={leave}>
        {t('conflict.leave')}
      </Button>
    </div>
  );
}

function useDescription(): (change: Change) => string {
  const { t } = useTranslation();
  const exists = useExists();
  const queueName = useQueueName();
  const value = (field: Change['field'], raw: string | null): string => {
    if (raw === null) return t('ticket.nobody');
    if (field === 'queue') return queueName(raw);
    return exists(`${field}.${raw}`) ?? raw;
  };
  return ({ field, from, to }) => {
    const name = t(`field.${field}`);
    if (field === 'description') return t('conflict.changedText', { name });
    return t('conflict.changed', { name, from: value(field, from), to: value(field, to) });
  };
}

function useWantedText(): (wanted: TicketPatch) => string {
  const { t } = useTranslation();
  return ({ priority, status }) => {
    if (priority) return `${t('field.priority')}: ${t(`priority.${priority}`)}`;
    return status ? `${t('field.status')}: ${t(`status.${status}`)}` : '';
  };
}
