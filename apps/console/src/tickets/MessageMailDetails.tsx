import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mailAddress } from '../api/api.js';
import type { Mail } from '../api/types.js';
import { Icon } from '../ui/icons.js';
import classes from './Conversation.module.css';

/** Details of the mail behind a message; it can be viewed as HTML or in its original form. */
export function MessageMailDetails({ number, id, mail }: { number: string; id: string; mail: Mail }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'text' | 'page' | 'pictures'>('text');
  const original = mailAddress(number, id);
  return (
    <div className={classes.mail}>
      <SenderMark mail={mail} />
      {mail.automatic && (
        <span className={classes.mark}>
          <Icon name="clock" size={14} /> {t('mail.automatic')}
        </span>
      )}
      {mail.html && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => setShown(shown === 'text' ? 'page' : 'text')}
        >
          {t(shown === 'text' ? 'mail.showPage' : 'mail.hidePage')}
        </Button>
      )}
      {shown === 'page' && (
        <Button size="compact-xs" variant="subtle" onClick={() => setShown('pictures')}>
          {t('mail.showPictures')}
        </Button>
      )}
      <a href={`${original}/original`} download>
        {t('mail.original')}
      </a>
      {shown !== 'text' && (
        <iframe
          className={classes.mailPage}
          title={t('mail.page')}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          src={`${original}/page${shown === 'pictures' ? '?images=remote' : ''}`}
        />
      )}
    </div>
  );
}

/** Result of the sender checks (SPF, DKIM, DMARC), as text and icon. */
function SenderMark({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  if (!mail.checks) return null;
  const { spf, dkim, dmarc } = mail.checks;
  const state = dmarc === 'pass' ? 'verified' : dmarc === 'fail' ? 'forged' : 'unknown';
  return (
    <span className={classes.mark} data-state={state} title={`SPF ${spf} · DKIM ${dkim} · DMARC ${dmarc}`}>
      <Icon name={state === 'verified' ? 'check' : state === 'forged' ? 'alert' : 'help'} size={14} />{' '}
      {t(`mail.sender.${state}`)}
    </span>
  );
}
