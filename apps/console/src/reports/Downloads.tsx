import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { Icon } from '../ui/icons.js';
import type { ReportFormat } from './download.js';
import classes from './Reports.module.css';

interface Props {
  /** accessible name of the downloads */
  label: string;
  download: (format: ReportFormat) => Promise<void>;
  children?: ReactNode;
}

/** Buttons to download a report as a file. */
export function Downloads({ label, download, children }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [busy, setBusy] = useState<ReportFormat | null>(null);
  const start = async (format: ReportFormat) => {
    setBusy(format);
    try {
      await download(format);
    } catch (error) {
      notifyError(t('reports.downloadFailed'), problemText(error));
    } finally {
      setBusy(null);
    }
  };
  return (
    <Group gap="xs" role="group" aria-label={label} className={classes.screenOnly}>
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<Icon name="download" />}
          loading={busy === format}
          onClick={() => void start(format)}
          aria-label={`${label} ${t(`reports.${format}`)}`}
        >
          {t(`reports.${format}`)}
        </Button>
      ))}
      {children}
    </Group>
  );
}
