import { Button, Group, Radio, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CentreDesks, counterApi } from '../api/counter-api.js';
import { queryKeys } from '../api/query-keys.js';
import { hasCode } from '../api/problem.js';
import { useFormats } from '../i18n/format.js';
import { useCurrentUser } from '../session/session.js';
import { LoadError } from '../ui/LoadError.js';
import { EmptyState } from '../ui/EmptyState.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { Select } from '../ui/choice-fields.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import classes from './Counter.module.css';
import { cacheCounter } from './use-counter.js';
import { WarningAlert } from './WarningAlert.js';

/** Chooses the agent's desk; taking over a colleague's desk needs a confirmation. */
export function ChooseDesk() {
  const { t } = useTranslation();
  const centres = useQuery({
    queryKey: queryKeys.centres,
    queryFn: async () => (await counterApi.centres()).data,
  });
  if (centres.isPending) return <LoadingIndicator />;
  if (!centres.data) return <LoadError error={centres.error} again={() => void centres.refetch()} />;
  if (centres.data.length === 0)
    return <EmptyState icon="counter" title={t('counter.noCentres')} text={t('counter.noCentresHint')} />;
  return <DeskForm centres={centres.data} lookAgain={() => void centres.refetch()} />;
}

function DeskForm({ centres, lookAgain }: { centres: CentreDesks[]; lookAgain: () => void }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const problemText = useProblemText();
  const me = useCurrentUser().id;
  const [key, setKey] = useState(centres[0]!.key);
  const [label, setLabel] = useState('');
  const centre = centres.find((one) => one.key === key) ?? centres[0]!;
  const sit = useMutation({
    mutationFn: (takeOver: boolean) => counterApi.takeDesk({ centre: centre.key, desk: label, takeOver }),
    onSuccess: cacheCounter,
    onError: lookAgain,
  });
  const taken = hasCode(sit.error, 'desk.taken');
  return (
    <form
      className={classes.choose}
      onSubmit={(event) => {
        event.preventDefault();
        sit.mutate(false);
      }}
    >
      <Stack>
        <h2>{t('counter.chooseDesk')}</h2>
        <Select
          label={t('counter.centre')}
          allowDeselect={false}
          value={centre.key}
          onChange={(value) => {
            setKey(value ?? centre.key);
            setLabel('');
            sit.reset();
          }}
          data={centres.map((one) => ({ value: one.key, label: localized(one.name) }))}
        />
        <Radio.Group
          label={t('counter.yourDesk')}
          required
          value={label}
          onChange={(value) => {
            setLabel(value);
            sit.reset();
          }}
        >
          <div className={classes.desks}>
            {centre.desks.map((desk) => (
              <Radio
                key={desk.label}
                value={desk.label}
                label={t('counter.desk', { label: `\u2068${desk.label}\u2069` })}
                description={
                  desk.takenBy && desk.takenBy.id !== me
                    ? t('counter.takenBy', { name: `\u2068${desk.takenBy.name}\u2069` })
                    : t('counter.free')
                }
              />
            ))}
          </div>
        </Radio.Group>
        {taken && <WarningAlert title={t('counter.notSeated')}>{problemText(sit.error)}</WarningAlert>}
        {!taken && <ErrorAlert error={sit.error} title={t('counter.notSeated')} />}
        <Group>
          <Button type="submit" disabled={label === ''} loading={sit.isPending}>
            {t('counter.sit')}
          </Button>
          {taken && (
            <Button variant="default" onClick={() => sit.mutate(true)}>
              {t('counter.takeOver')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
