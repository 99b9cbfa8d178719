import { useDebouncedCallback } from '@mantine/hooks';
import { TICKET_STATUSES } from '#wasl/contracts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../ui/actions.js';
import { Select } from '../ui/choice-fields.js';
import { TextInput } from '../ui/fields.js';
import { Icon } from '../ui/icons.js';
import { ExportMenu } from './ExportMenu.js';
import classes from './Tickets.module.css';
import { type StatusChoice, useListSettings } from './views.js';

const STATUSES: StatusChoice[] = ['active', ...TICKET_STATUSES, 'any'];

export function TicketListHeader({ count, more }: { count: number; more: boolean }) {
  const { t } = useTranslation();
  const { search, status } = useListSettings();
  const [typed, setTyped] = useState(search);
  const field = useRef<HTMLInputElement>(null);
  const apply = useDebouncedCallback((text: string) => useListSettings.setState({ search: text }), 300);
  useEffect(() => {
    if (search === '' && document.activeElement !== field.current) setTyped('');
  }, [search]);
  const name = (value: StatusChoice) => {
    if (value === 'active') return t('list.active');
    return value === 'any' ? t('list.anyStatus') : t(`status.${value}`);
  };
  useActions([{ label: t('help.search'), icon: 'search', key: '/', run: () => field.current?.focus() }]);
  return (
    <div className={classes.listHead}>
      <TextInput
        ref={field}
        type="search"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          apply(event.currentTarget.value);
        }}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        leftSection={<Icon name="search" size={16} />}
        placeholder={t('list.search')}
        aria-label={t('list.search')}
        aria-keyshortcuts="/"
        dir="auto"
      />
      <div className={classes.listTools}>
        <Select
          size="xs"
          aria-label={t('list.status')}
          value={status}
          onChange={(value) =>
            useListSettings.setState({ status: STATUSES.find((other) => other === value) ?? 'active' })
          }
          data={STATUSES.map((value) => ({ value, label: name(value) }))}
          comboboxProps={{ width: 180, position: 'bottom-start' }}
        />
        <span role="status" className={classes.quiet}>
          {more ? t('list.countMore', { count }) : t('list.count', { count })}
        </span>
        <ExportMenu />
      </div>
    </div>
  );
}
