import { Alert, Button, Group, Radio, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { counterApi, type FoundRequester } from '../api/counter-api.js';
import { faultsOf } from '../ui/faults.js';
import { Ltr } from '../ui/Ltr.js';
import { TextInput } from '../ui/fields.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Counter.module.css';
import { changeIntake, chooseRequester, useIntake } from './intake-store.js';
import { WarningAlert } from './WarningAlert.js';

/** Finds or creates the requester, or continues anonymously. An implausible identity number is only a warning. */
export function FindRequester() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { form, who } = useIntake();
  const clues = {
    ...(form.phone.trim() && { phone: form.phone.trim() }),
    ...(form.email.trim() && { email: form.email.trim() }),
    ...(form.identityNumber.trim() && { identityNumber: form.identityNumber.trim() }),
  };
  const find = useMutation({
    mutationFn: () => counterApi.find(clues),
    onSuccess: ({ data }) => chooseRequester(data[0] ? { is: 'known', requester: data[0] } : { is: 'new' }),
  });
  const { at: faultAt } = faultsOf(find.error);
  return (
    <form
      className={classes.section}
      onSubmit={(event) => {
        event.preventDefault();
        find.mutate();
      }}
    >
      <fieldset className={classes.fields}>
        <legend>{t('counter.who')}</legend>
        <div className={classes.grid}>
          <TextInput
            label={t('requester.phone')}
            type="tel"
            dir="ltr"
            autoComplete="off"
            value={form.phone}
            error={faultAt('phone')}
            onChange={({ currentTarget }) => changeIntake({ phone: currentTarget.value })}
          />
          <TextInput
            label={t('requester.email')}
            type="email"
            dir="ltr"
            autoComplete="off"
            value={form.email}
            error={faultAt('email')}
            onChange={({ currentTarget }) => changeIntake({ email: currentTarget.value })}
          />
          <TextInput
            label={t('counter.identityNumber')}
            dir="ltr"
            autoComplete="off"
            maxLength={40}
            value={form.identityNumber}
            onChange={({ currentTarget }) => changeIntake({ identityNumber: currentTarget.value })}
          />
        </div>
        <Group mt="sm">
          <Button type="submit" disabled={Object.keys(clues).length === 0} loading={find.isPending}>
            {t('counter.find')}
          </Button>
          <Button
            variant="default"
            aria-pressed={who?.is === 'new'}
            onClick={() => {
              find.reset();
              chooseRequester({ is: 'new' });
            }}
          >
            {t('counter.newPerson')}
          </Button>
          <Button
            variant="default"
            aria-pressed={who?.is === 'nameless'}
            onClick={() => {
              find.reset();
              chooseRequester({ is: 'nameless' });
            }}
          >
            {t('counter.nameless')}
          </Button>
        </Group>
      </fieldset>
      <div>
        {find.isError && !find.isPending && (
          <Alert color="red" title={t('counter.notFound')}>
            {problemText(find.error)}
          </Alert>
        )}
        {find.data?.doubt && (
          <WarningAlert title={t('counter.doubt')}>{t(`counter.doubtOf.${find.data.doubt}`)}</WarningAlert>
        )}
        {find.data && find.data.data.length === 0 && <p role="status">{t('counter.unknown')}</p>}
        {find.data && find.data.data.length > 0 && <People people={find.data.data} />}
      </div>
      {who?.is === 'nameless' && <p className={classes.quiet}>{t('counter.namelessHint')}</p>}
    </form>
  );
}

function People({ people }: { people: FoundRequester[] }) {
  const { t } = useTranslation();
  const who = useIntake((state) => state.who);
  const value = who?.is === 'known' ? who.requester.id : who ? who.is : '';
  return (
    <Radio.Group
      label={t('counter.found')}
      value={value}
      onChange={(id) => {
        const requester = people.find((one) => one.id === id);
        chooseRequester(requester ? { is: 'known', requester } : { is: 'new' });
      }}
    >
      <Stack gap="xs" mt="xs">
        {people.map((person) => (
          <Radio
            key={person.id}
            value={person.id}
            label={<bdi>{person.name ?? t('requester.noName')}</bdi>}
            description={<Facts person={person} />}
          />
        ))}
        <Radio value="new" label={t('counter.noneOfThem')} />
      </Stack>
    </Radio.Group>
  );
}

/** Enough details to compare with the person and their card. */
function Facts({ person }: { person: FoundRequester }) {
  const { t } = useTranslation();
  return (
    <span className={classes.facts}>
      <span>{t(`audience.${person.audience}`)}</span>
      {person.phone && <Ltr>{person.phone}</Ltr>}
      {person.email && <Ltr>{person.email}</Ltr>}
      {person.identityEnding && (
        <span>{t('counter.identityEnding', { digits: `\u2066…${person.identityEnding}\u2069` })}</span>
      )}
    </span>
  );
}
