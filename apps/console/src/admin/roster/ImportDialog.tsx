import { Alert, Button, FileInput, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode, Problem } from '../../api/problem.js';
import { useFormats } from '../../i18n/format.js';
import { Dialog } from '../../ui/Dialog.js';
import { notifySuccess } from '../../ui/notify.js';
import { useProblemText } from '../../ui/use-problem-text.js';
import { type LineFault, readRoster, ROSTER_COLUMNS, type RosterLine } from './roster-csv.js';
import { useReplaceWeek, useWeekVersion } from './use-roster.js';

interface ReadFile {
  lines: RosterLine[];
  faults: LineFault[];
}
const MAX_FAULTS_SHOWN = 10;

/** Imports a week's shifts from a file; they replace all shifts of that week. */
export function ImportDialog({ week, zone, close }: { week: string; zone: string; close: () => void }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const problemText = useProblemText();
  const [read, setRead] = useState<ReadFile | null>(null);
  const save = useReplaceWeek(week, zone);
  const { data: seen, isFetching } = useWeekVersion(week, zone);
  const count = read?.lines.length ?? 0;
  const choose = (file: File | null) => {
    save.reset();
    if (!file) return setRead(null);
    void file.text().then((text) => setRead(readRoster(text, zone)));
  };
  const send = (lines: RosterLine[], seen: string) =>
    save.mutate(
      { seen, shifts: lines.map(({ shift }) => shift) },
      {
        onSuccess: () => {
          notifySuccess(t('admin.saved'));
          close();
        },
      },
    );
  return (
    <Dialog size="lg" title={t('roster.import')} close={close}>
      <Stack>
        <p>
          {t('roster.importHint')} <bdi dir="ltr">{ROSTER_COLUMNS.join(', ')}</bdi>
        </p>
        <FileInput label={t('roster.file')} accept=".csv,text/csv,text/plain" onChange={choose} />
        {read && read.faults.length > 0 && (
          <Alert color="red" role="alert" title={t('roster.unreadable')}>
            <ul>
              {read.faults.slice(0, MAX_FAULTS_SHOWN).map(({ line, code }) => (
                <li key={line}>{t(`roster.fault.${code}`, { line: number(line) })}</li>
              ))}
            </ul>
          </Alert>
        )}
        {save.error instanceof Problem && read && (
          <Alert color="red" role="alert" title={t('admin.notSaved')}>
            {save.error.errors.length === 0 ? (
              <>
                {problemText(save.error)}
                {hasCode(save.error, 'roster.changed') && <p>{t('roster.readAgain')}</p>}
              </>
            ) : (
              <ul>
                {save.error.errors.slice(0, MAX_FAULTS_SHOWN).map(({ path, message }) => (
                  <li key={`${path} ${message}`}>{refusal(path, message, read.lines)}</li>
                ))}
              </ul>
            )}
          </Alert>
        )}
        {read && read.faults.length === 0 && <p role="status">{t('roster.willReplace', { count })}</p>}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('action.cancel')}
          </Button>
          <Button
            disabled={!read || read.faults.length > 0 || count === 0 || !seen || isFetching}
            loading={save.isPending}
            onClick={() => read && seen && send(read.lines, seen)}
          >
            {t('roster.replaceWeek')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );

  /** The api reports the index of a shift, users need the line of the file. */
  function refusal(path: string, message: string, lines: RosterLine[]): string {
    const n = Number(/^shifts\.(\d+)\./.exec(path)?.[1] ?? NaN);
    const line = lines[n]?.line;
    return line === undefined ? message : t('roster.lineRefused', { line: number(line), message });
  }
}
