import { Alert, Button, Group, NativeSelect, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReasons } from '../../api/queries.js';
import type { Shift, ShiftDraft } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { TimeField } from '../../ui/dates/TimeField.js';
import { Dialog } from '../../ui/Dialog.js';
import { DialogForm } from '../../ui/DialogForm.js';
import { notifySuccess } from '../../ui/notify.js';
import adminClasses from '../Admin.module.css';
import type { RosterCell } from './roster-cell.js';
import { ShiftText } from './ShiftText.js';
import { RosterConflictError, type DayChange, useChangeDay } from './use-roster.js';
import { addDays, momentOf, timeOf } from '../../i18n/zoned-time.js';

const STATES = ['available', 'not_ready'] as const;
const USUAL = { from: '08:00', to: '15:00' };

/**
 * Adds, changes or removes one shift. A shift whose end is not after its start ends on the next day. If somebody else
 * has changed the day meanwhile, the current shifts are shown and nothing is written until the user confirms.
 */
export function ShiftDialog({ place, zone, close }: { place: RosterCell; zone: string; close: () => void }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const reasons = useReasons('not_ready');
  const { agent, day, shift } = place;
  const [seen, setSeen] = useState(place.seen);
  const [form, setForm] = useState(() => ({
    from: shift ? timeOf(shift.from, zone) : USUAL.from,
    to: shift ? timeOf(shift.to, zone) : USUAL.to,
    state: shift?.state ?? STATES[0],
    reason: shift?.reason ?? '',
  }));
  const save = useChangeDay(zone);
  const send = (after: DayChange['after']) =>
    save.mutate(
      { agent: agent.id, day, seen, before: shift, after },
      {
        onError: (error) => {
          if (error instanceof RosterConflictError) setSeen(error.current);
        },
        onSuccess: () => {
          notifySuccess(t('admin.saved'));
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
  const meanwhile = save.error instanceof RosterConflictError ? save.error : null;
  return (
    <Dialog title={t('roster.shiftOf', { name: agent.name })} close={close}>
      <DialogForm
        saving={{ isPending: save.isPending, error: meanwhile ? null : save.error }}
        submit={() => send(draft())}
        close={close}
        extraActions={
          shift && (
            <Button variant="default" me="auto" loading={save.isPending} onClick={() => send(null)}>
              {t('roster.remove')}
            </Button>
          )
        }
      >
        {meanwhile && <ConcurrentChange name={agent.name} now={meanwhile.current} zone={zone} />}
        <div className={adminClasses.pair}>
          {(['from', 'to'] as const).map((end) => (
            <TimeField
              key={end}
              required
              label={t(`roster.${end}`)}
              value={form[end]}
              onChange={(picked) => setForm({ ...form, [end]: picked })}
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
      </DialogForm>
    </Dialog>
  );
}

function ConcurrentChange({ name, now, zone }: { name: string; now: Shift[]; zone: string }) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" role="alert" title={t('roster.changed', { name })}>
      {now.length === 0 ? <p>{t('roster.nowNothing')}</p> : <p>{t('roster.now')}</p>}
      <ul>
        {now.map((shift) => (
          <li key={shift.from}>
            <ShiftText shift={shift} zone={zone} />
          </li>
        ))}
      </ul>
      <p>{t('roster.notSaved')}</p>
    </Alert>
  );
}
