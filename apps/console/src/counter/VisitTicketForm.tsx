import { Button, Checkbox } from '@mantine/core';
import { AUDIENCES, TICKET_KINDS } from '#wasl/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { counterApi, type Visit } from '../api/counter-api.js';
import { useServices } from '../api/queries.js';
import { useFormats } from '../i18n/format.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/languages.js';
import { faultsOf } from '../ui/faults.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { Select } from '../ui/choice-fields.js';
import { Textarea, TextInput } from '../ui/fields.js';
import { AttachFiles } from './AttachFiles.js';
import classes from './Counter.module.css';
import { changeIntake, visitTicketRequest, useIntake } from './intake-store.js';
import { refetchCounter } from './use-counter.js';

interface FieldsProps {
  faultAt: (path: string) => string | undefined;
}

/** Form for a new ticket of the visit. */
export function VisitTicketForm({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const who = useIntake((state) => state.who);
  const create = useMutation({
    mutationFn: () => {
      const state = useIntake.getState();
      return counterApi.open(visit.id, visitTicketRequest(state), state.key);
    },
    onSettled: refetchCounter,
  });
  const { error } = create;
  const { at: faultAt } = faultsOf(error);
  return (
    <form
      className={classes.section}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <fieldset className={classes.fields}>
        <legend>{t('counter.newMatter')}</legend>
        <ErrorAlert error={error} title={t('newTicket.failed')} mb="md" />
        {who?.is !== 'nameless' && <PersonFields faultAt={faultAt} />}
        <WordsFields faultAt={faultAt} />
        <AttachFiles />
        <LastFields faultAt={faultAt} />
      </fieldset>
      <Button type="submit" loading={create.isPending}>
        {t('newTicket.create')}
      </Button>
    </form>
  );
}

function PersonFields({ faultAt }: FieldsProps) {
  const { t } = useTranslation();
  const { form, who } = useIntake();
  const known = who?.is === 'known' ? who.requester : null;
  if (known?.name) return null;
  return (
    <div className={classes.grid}>
      <TextInput
        label={t('requester.name')}
        dir="auto"
        autoComplete="off"
        value={form.name}
        error={faultAt('requester.name')}
        onChange={({ currentTarget }) => changeIntake({ name: currentTarget.value })}
      />
      {!known && (
        <Select
          label={t('requester.audience')}
          allowDeselect={false}
          value={form.audience}
          error={faultAt('requester.audience')}
          onChange={(value) => {
            const audience = AUDIENCES.find((one) => one === value);
            if (audience) changeIntake({ audience });
          }}
          data={AUDIENCES.filter((one) => one !== 'anonymous').map((value) => ({
            value,
            label: t(`audience.${value}`),
          }))}
        />
      )}
    </div>
  );
}

function WordsFields({ faultAt }: FieldsProps) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const services = useServices();
  const form = useIntake((state) => state.form);
  return (
    <>
      <TextInput
        label={t('field.subject')}
        required
        maxLength={200}
        dir="auto"
        value={form.subject}
        error={faultAt('subject')}
        onChange={({ currentTarget }) => changeIntake({ subject: currentTarget.value })}
      />
      <Textarea
        label={t('field.description')}
        required
        dir="auto"
        autosize
        minRows={3}
        maxRows={12}
        value={form.description}
        error={faultAt('description')}
        onChange={({ currentTarget }) => changeIntake({ description: currentTarget.value })}
      />
      <div className={classes.grid}>
        <Select
          label={t('field.service')}
          searchable
          allowDeselect={false}
          value={form.service}
          error={faultAt('service')}
          onChange={(value) => changeIntake({ service: value ?? '' })}
          data={[
            { value: '', label: t('newTicket.noService') },
            ...(services.data ?? []).map(({ code, name }) => ({ value: code, label: localized(name) })),
          ]}
        />
        <Select
          label={t('field.kind')}
          allowDeselect={false}
          value={form.kind}
          error={faultAt('kind')}
          onChange={(value) => changeIntake({ kind: TICKET_KINDS.find((one) => one === value) ?? '' })}
          data={[
            { value: '', label: t('counter.kindOfService') },
            ...TICKET_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
        <Select
          label={t('requester.language')}
          allowDeselect={false}
          value={form.language}
          error={faultAt('language')}
          onChange={(value) => changeIntake({ language: value ?? form.language })}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
      </div>
    </>
  );
}

function LastFields({ faultAt }: FieldsProps) {
  const { t } = useTranslation();
  const form = useIntake((state) => state.form);
  return (
    <>
      <Textarea
        label={t('counter.answerNow')}
        description={t('counter.answerHint')}
        dir="auto"
        autosize
        minRows={2}
        maxRows={10}
        value={form.answer}
        error={faultAt('answer')}
        onChange={({ currentTarget }) => changeIntake({ answer: currentTarget.value })}
      />
      <Checkbox
        label={t('counter.handOver')}
        description={t('counter.handOverHint')}
        checked={form.handOver}
        disabled={form.answer.trim() !== ''}
        onChange={({ currentTarget }) => changeIntake({ handOver: currentTarget.checked })}
      />
    </>
  );
}
