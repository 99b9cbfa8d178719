import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadyReply } from '../../api/templates-api.js';
import { useFormats } from '../../i18n/format.js';
import classes from './Canned.module.css';

interface Props {
  id: string;
  isOpen: boolean;
  found: ReadyReply[];
  active: number;
  choose: (reply: ReadyReply) => void;
}

/** Listbox above the text field; the focus stays in the field. */
export function CannedList({ id, isOpen, found, active, choose }: Props) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const shown = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Newer browsers return a promise, which must not become the effect's cleanup.
    void shown.current?.scrollIntoView({ block: 'nearest' });
  }, [active, found.length]);
  return (
    <>
      <span role="status" className="visually-hidden">
        {isOpen && t('canned.found', { count: found.length })}
      </span>
      {isOpen && found.length === 0 && <p className={classes.none}>{t('canned.none')}</p>}
      {isOpen && found.length > 0 && (
        <ul role="listbox" id={id} aria-label={t('canned.title')} className={classes.list}>
          {found.map((reply, at) => (
            <li
              key={reply.key}
              ref={at === active ? shown : null}
              role="option"
              id={`${id}-${at}`}
              aria-selected={at === active}
              className={classes.option}
              // the field keeps the focus
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(reply)}
            >
              <span className={classes.title}>{localized(reply.title)}</span>
              <span className={classes.text} lang={reply.language} dir="auto">
                {reply.text}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
