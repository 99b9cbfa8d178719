import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../api/types.js';
import { useExists } from '../i18n/use-exists.js';
import { useQueueName } from './use-queue-name.js';

/** Fields whose new value is already in the entry or is of no use to the user. */
const SAID = new Set(['status', 'queueId', 'assigneeId', 'pendingOn', 'resolution']);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The history in words: what was done, by whom, and what came of it. */
export function useHistoryText() {
  const { t } = useTranslation();
  const exists = useExists();
  const queueName = useQueueName();
  const valueOf = (field: string, value: unknown) => exists(`${field}.${textOf(value) ?? ''}`);

  const details = ({ type, data }: HistoryEntry): string[] => {
    const { from, to } = data;
    const lines: (string | undefined)[] = [
      type === 'transferred' && typeof from === 'string' && typeof to === 'string'
        ? t('conflict.changed', { name: t('field.queue'), from: queueName(from), to: queueName(to) })
        : undefined,
      valueOf('message', data['kind']),
      valueOf('resolution', data['resolution']),
      valueOf('channel', data['channel']),
      type === 'changed' ? changedLine(data['changed']) : undefined,
      valueOf('status', data['status']),
      valueOf('promise.clock', data['clock']),
    ];
    return lines.filter((line) => line !== undefined);
  };

  const changedLine = (changed: unknown): string | undefined => {
    if (!Array.isArray(changed)) return undefined;
    const fields = changed.filter((field): field is string => typeof field === 'string' && !SAID.has(field));
    if (fields.length === 0) return undefined;
    return t('history.changed', {
      fields: fields.map((field) => exists(`field.${field}`) ?? field).join(t('list.separator')),
    });
  };

  return {
    actorName: (entry: HistoryEntry) => entry.actor.name ?? t(`actor.${entry.actor.kind}`),
    what: (entry: HistoryEntry) => exists(`history.type.${entry.type}`) ?? entry.type,
    details,
  };
}
