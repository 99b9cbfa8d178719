import { Checkbox } from '@mantine/core';
import { AUDIENCES, CHANNELS, PRIORITIES, TICKET_KINDS } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import { useQueues, useServices } from '../api/queries.js';
import { useFormats } from '../i18n/format.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/languages.js';
import { Select } from '../ui/choice-fields.js';
import { Textarea, TextInput } from '../ui/fields.js';
import classes from './NewTicket.module.css';
import { updateTicketForm, type TicketForm, useNewTicket } from './new-ticket-store.js';

interface Props {
  faultAt: (path: string) => string | undefined;
}

/** Change handler for a select; values outside the list are ignored. */
function choose<K extends keyof TicketForm>(field: K, among: readonly TicketForm[K][]) {
  return (value: string | null) => {
    const chosen = among.find((other) => other === value);
    if (chosen !== undefined) updateTicketForm({ [field]: chosen });
  };
}

export function RequesterFields({ faultAt }: Props) {
  const { t } = useTranslation();
  const form = useNewTicket((state) => state.form);
  return (
    <div className={classes.grid}>
      <TextInput
        label={t('requester.name')}
        dir="auto"
        autoComplete="off"
        value={form.name}
        error={faultAt('requester.name')}
        onChange={(event) => updateTicketForm({ name: event.currentTarget.value })}
      />
      <Select
        label={t('requester.audience')}
        value={form.audience}
        error={faultAt('requester.audience')}
        onChange={choose('audience', AUDIENCES)}
        data={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
      />
      <TextInput
        label={t('requester.phone')}
        type="tel"
        dir="ltr"
        autoComplete="off"
        value={form.phone}
        error={faultAt('requester.phone')}
        onChange={(event) => updateTicketForm({ phone: event.currentTarget.value })}
      />
      <TextInput
        label={t('requester.email')}
        type="email"
        dir="ltr"
        autoComplete="off"
        value={form.email}
        error={faultAt('requester.email')}
        onChange={(event) => updateTicketForm({ email: event.currentTarget.value })}
      />
    </div>
  );
}

export function TicketFields({ faultAt }: Props) {
  const { t } = useTranslation();
  const form = useNewTicket((state) => state.form);
  return (
    <>
      <TextInput
        label={t('field.subject')}
        required
        data-autofocus
        dir="auto"
        value={form.subject}
        error={faultAt('subject')}
        onChange={(event) => updateTicketForm({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t('field.description')}
        required
        dir="auto"
        autosize
        minRows={4}
        maxRows={12}
        mt="sm"
        value={form.description}
        error={faultAt('description')}
        onChange={(event) => updateTicketForm({ description: event.currentTarget.value })}
      />
      <TextInput
        label={t('field.place')}
        description={t('newTicket.placeHint')}
        dir="auto"
        autoComplete="off"
        maxLength={500}
        mt="sm"
        value={form.place}
        error={faultAt('location.address') ?? faultAt('location.lat')}
        onChange={(event) => updateTicketForm({ place: event.currentTarget.value })}
      />
      <ChoiceFields faultAt={faultAt} />
      <Checkbox
        mt="md"
        label={t('newTicket.takeIt')}
        checked={form.takeIt}
        onChange={(event) => updateTicketForm({ takeIt: event.currentTarget.checked })}
      />
    </>
  );
}

function ChoiceFields({ faultAt }: Props) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  const services = useServices();
  const form = useNewTicket((state) => state.form);
  return (
    <div className={classes.grid}>
      <Select
        label={t('field.service')}
        searchable
        value={form.service}
        error={faultAt('service')}
        onChange={(value) => updateTicketForm({ service: value ?? '' })}
        data={[
          { value: '', label: t('newTicket.noService') },
          ...(services.data ?? []).map((service) => ({
            value: service.code,
            label: localized(service.name),
          })),
        ]}
      />
      <Select
        label={t('field.kind')}
        value={form.kind}
        error={faultAt('kind')}
        onChange={choose('kind', TICKET_KINDS)}
        data={TICKET_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Select
        label={t('field.priority')}
        value={form.priority}
        error={faultAt('priority')}
        onChange={choose('priority', PRIORITIES)}
        data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
      />
      <Select
        label={t('field.queue')}
        value={form.queue}
        error={faultAt('queue')}
        onChange={(value) => updateTicketForm({ queue: value ?? '' })}
        data={[
          { value: '', label: t('newTicket.anyQueue') },
          ...(queues.data ?? []).map((queue) => ({ value: queue.key, label: localized(queue.name) })),
        ]}
      />
      <Select
        label={t('field.channel')}
        value={form.channel}
        error={faultAt('channel')}
        onChange={choose('channel', CHANNELS)}
        data={CHANNELS.filter((value) => value !== 'api' && value !== 'open311').map((value) => ({
          value,
          label: t(`channel.${value}`),
        }))}
      />
      <Select
        label={t('requester.language')}
        value={form.language}
        error={faultAt('language')}
        onChange={choose('language', LANGUAGES)}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
    </div>
  );
}
