import { Alert, Button, Group, Modal, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.js';
import { useReasons } from '../../api/queries.js';
import type { ShiftDraft } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { tellDone } from '../../ui/tell.js';
import { useProblemText } from '../../ui/use-problem-text.js';
import adminClasses from '../Admin.module.css';
import type { Place } from './place.js';
import { type DayChange, useChangeDay } from './use-roster.js';
import { addDays, momentOf, timeOf } from './zoned.js';

const STATES = ['available', 'not_ready'] as const;
const USUAL = { from: '08:00', to: '15:00' };

/** One shift: added, changed or removed. One that ends no later than it begins ends on the next day. */
export function ShiftDialog({ place, zone, close }: { place: Place; zone: string; close: () => void }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const problemText = useProblemText();
  const reasons = useReasons('not_ready');
  const { agent, day, shift } = place;
  const [form, setForm] = useState(() => ({
    from: shift ? timeOf(shift.from, zone) : USUAL.from,
    to: shift ? timeOf(shift.to, zone) : USUAL.to,
    state: shift?.state ?? STATES[0],
    reason: shift?.reason ?? '',
  }));
  const save = useChangeDay(zone);
  const send = (after: DayChange['after']) =>
    save.mutate(
      { day, before: shift, after },
      {
        onSuccess: () => {
          tellDone(t('admin.saved'));
          close();
        },
      },
    );
  const draft = (): ShiftDraft => ({
    agent: agent.id,
    from: momentOf(day, form.from, zone),
    to: momentOf(form.to <= form.from ? addDays(day, 1) : day, form.to, zone),
    state: form.state,
    ...(form.state === 'not_ready' && form.reason && { reason: form.reason }),
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('roster.shiftOf', { name: agent.name })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(draft());
        }}
      >
        <Stack>
          {save.isError && (
            <Alert color="red" role="alert" title={t('admin.notSaved')}>
              {save.error instanceof Problem ? problemText(save.error) : t('error.unknown')}
            </Alert>
          )}
          <div className={adminClasses.pair}>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="time"
                required
                label={t(`roster.${end}`)}
                value={form[end]}
                onChange={({ currentTarget }) => setForm({ ...form, [end]: currentTarget.value })}
              />
            ))}
          </div>
          {form.to <= form.from && <p className={adminClasses.quiet}>{t('roster.nextDay')}</p>}
          <Radio.Group
            label={t('roster.state')}
            value={form.state}
            onChange={(state) => setForm({ ...form, state: state as (typeof STATES)[number] })}
          >
            <Group mt="xs">
              {STATES.map((state) => (
                <Radio key={state} value={state} label={t(`roster.states.${state}`)} />
              ))}
            </Group>
          </Radio.Group>
          {form.state === 'not_ready' && (
            <NativeSelect
              label={t('board.reason')}
              value={form.reason}
              data={[
                { value: '', label: '—' },
                ...(reasons.data ?? []).map(({ key, name }) => ({ value: key, label: localized(name) })),
              ]}
              onChange={({ currentTarget }) => setForm({ ...form, reason: currentTarget.value })}
            />
          )}
          <Group justify="space-between">
            {shift ? (
              <Button variant="default" loading={save.isPending} onClick={() => send(null)}>
                {t('roster.remove')}
              </Button>
            ) : (
              <span />
            )}
            <Group>
              <Button variant="default" onClick={close}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={save.isPending}>
                {t('admin.save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
