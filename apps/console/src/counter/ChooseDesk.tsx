import { Button, Group, Radio, Select, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CentreDesks, counterApi } from '../api/counter-api.js';
import { keys } from '../api/keys.js';
import { hasCode } from '../api/problem.js';
import { useFormats } from '../i18n/format.js';
import { useMe } from '../session/session.js';
import { Failed } from '../ui/Failed.js';
import { Nothing } from '../ui/Nothing.js';
import { Refused } from '../ui/Refused.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { Waiting } from '../ui/Waiting.js';
import classes from './Counter.module.css';
import { keepCounter } from './use-counter.js';
import { Warning } from './Warning.js';

/** Chooses the agent's desk; taking over a colleague's desk needs a confirmation. */
export function ChooseDesk() {
  const { t } = useTranslation();
  const centres = useQuery({
    queryKey: keys.centres,
    queryFn: async () => (await counterApi.centres()).data,
  });
  if (centres.isPending) return <Waiting />;
  if (!centres.data) return <Failed error={centres.error} again={() => void centres.refetch()} />;
  if (centres.data.length === 0)
    return <Nothing icon="counter" title={t('counter.noCentres')} text={t('counter.noCentresHint')} />;
  return <DeskForm centres={centres.data} lookAgain={() => void centres.refetch()} />;
}

function DeskForm({ centres, lookAgain }: { centres: CentreDesks[]; lookAgain: () => void }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const problemText = useProblemText();
  const me = useMe().id;
  const [key, setKey] = useState(centres[0]!.key);
  const [label, setLabel] = useState('');
  const centre = centres.find((one) => one.key === key) ?? centres[0]!;
  const sit = useMutation({
    mutationFn: (takeOver: boolean) => counterApi.sit({ centre: centre.key, desk: label, takeOver }),
    onSuccess: keepCounter,
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
        {taken && <Warning title={t('counter.notSeated')}>{problemText(sit.error)}</Warning>}
        {!taken && <Refused error={sit.error} title={t('counter.notSeated')} />}
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
