import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.js';
import { TimeLeft } from '../ui/Timer.js';
import classes from './Composer.module.css';
import { sendNow, cancelSend } from './outgoing-messages.js';

/** Undo button for a reply during its delay. It replaces the send button and takes its focus. */
export function UndoSend({ name, until }: { name: string; until: number }) {
  const { t } = useTranslation();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // after sending by keyboard the focus stays in the text field, where Ctrl+Z does the same
    if (document.activeElement === document.body) undo.current?.focus();
  }, []);
  return (
    <div className={classes.foot}>
      <span className="visually-hidden" role="status">
        {t('composer.sendingSoon')}
      </span>
      <span className={classes.kept} aria-hidden="true">
        {t('composer.sendsIn')} <TimeLeft until={new Date(until).toISOString()} />
      </span>
      <Button size="sm" variant="default" onClick={() => sendNow(name)}>
        {t('composer.sendNow')}
      </Button>
      <Button
        ref={undo}
        size="sm"
        leftSection={<Icon name="reopen" size={15} />}
        onClick={({ currentTarget: { form } }) => {
          if (cancelSend(name)) form?.querySelector('textarea')?.focus();
        }}
      >
        {t('action.undo')}
      </Button>
    </div>
  );
}
