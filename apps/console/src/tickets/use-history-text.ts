import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../api/types.js';
import { useExists } from '../i18n/use-exists.js';
import { useQueueName } from './use-queue-name.js';

/** The history in words: what was done, by whom, and which values it moved from and to. */
export function useHistoryText() {
  const { t } = useTranslation();
  const exists = useExists();
  const queueName = useQueueName();
  const value = (field: string, raw: unknown): string => {
    if (raw === null || raw === undefined || raw === '') return t('history.nothing');
    if (typeof raw === 'object')
      return 'name' in raw && typeof raw.name === 'string' ? raw.name : t('history.something');
    const text = String(raw);
    return field === 'queue' ? queueName(text) : (exists(`${field}.${text}`) ?? text);
  };
  return {
    actorName: (entry: HistoryEntry) => entry.actor.name ?? t(`actor.${entry.actor.kind}`),
    what: (entry: HistoryEntry) => exists(`history.type.${entry.type}`) ?? entry.type,
    changes: (entry: HistoryEntry) =>
      Object.entries(entry.changes).map(([field, { from, to }]) =>
        t('conflict.changed', {
          name: exists(`field.${field}`) ?? field,
          from: value(field, from),
          to: value(field, to),
        }),
      ),
  };
}
