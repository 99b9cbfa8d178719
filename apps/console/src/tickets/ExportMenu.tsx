import { ActionIcon, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { downloadFile } from '../api/download-file.js';
import { usePermission } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { useListFilter } from './views.js';

const FORMATS = ['csv', 'xlsx', 'ndjson'] as const;

/** Downloads all tickets of the list, those further down too. */
export function ExportMenu() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const filter = useListFilter();
  const personal = usePermission('ticket.export_personal');
  const download = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) => {
      const query = new URLSearchParams({ ...filter, format });
      const name = `tickets-${new Date().toISOString().slice(0, 10)}.${format}`;
      return downloadFile(`/api/v1/tickets/export?${query}`, '*/*', name);
    },
    onError: (error) => notifyError(t('list.exportFailed'), problemText(error)),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size="lg"
          loading={download.isPending}
          aria-label={t('list.export')}
          title={t('list.export')}
        >
          <Icon name="download" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown maw={280}>
        <Menu.Label>{t(personal ? 'list.exportPersonal' : 'list.exportWithout')}</Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => download.mutate(format)}>
            {t(`list.exportAs.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
