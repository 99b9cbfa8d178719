import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../../api/routing-api.js';
import { localeOf, useFormats } from '../../i18n/format.js';
import { LoadError } from '../../ui/LoadError.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { serverNow } from '../../ui/server-clock.js';
import { LoadingIndicator } from '../../ui/LoadingIndicator.js';
import adminClasses from '../Admin.module.css';
import { AdminPage } from '../AdminPage.js';
import { ImportDialog } from './ImportDialog.js';
import type { RosterCell } from './roster-cell.js';
import classes from './Roster.module.css';
import { ShiftDialog } from './ShiftDialog.js';
import { useStaff, useWeek } from './use-roster.js';
import { WeekTable } from './WeekTable.js';
import { addDays, dayOf, DAYS_IN_WEEK, weekOf } from '../../i18n/zoned-time.js';

/** The roster by week, with adherence. */
export function RosterPage() {
  const { t } = useTranslation();
  const [week, setWeek] = useState(() => weekOf(new Date(serverNow()).toISOString().slice(0, 10)));
  const shifts = useWeek(week);
  const staff = useStaff();
  const error = shifts.error ?? staff.error;
  const again = () => void Promise.all([shifts.refetch(), staff.refetch()]);
  return (
    <AdminPage title={t('admin.page.roster')} lead={t('roster.lead')}>
      {error ? (
        <LoadError error={error} again={again} />
      ) : !shifts.data || !staff.data ? (
        <LoadingIndicator />
      ) : (
        <Week
          week={week}
          choose={setWeek}
          zone={shifts.data.meta.zone}
          shifts={shifts.data.data}
          staff={staff.data}
        />
      )}
    </AdminPage>
  );
}

interface WeekProps {
  week: string;
  choose: (week: string) => void;
  zone: string;
  shifts: Shift[];
  staff: { id: string; name: string }[];
}

function Week({ week, choose, zone, shifts, staff }: WeekProps) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<RosterCell | null>(null);
  const [isImporting, importing] = useDisclosure(false);
  const today = dayOf(serverNow(), zone);
  const agents = agentsOf(staff, shifts);
  return (
    <>
      <div className={classes.bar}>
        <Button variant="default" onClick={() => choose(addDays(week, -DAYS_IN_WEEK))}>
          {t('roster.before')}
        </Button>
        <Button variant="default" onClick={() => choose(weekOf(today))} disabled={week === weekOf(today)}>
          {t('roster.thisWeek')}
        </Button>
        <Button variant="default" onClick={() => choose(addDays(week, DAYS_IN_WEEK))}>
          {t('roster.after')}
        </Button>
        <WeekName week={week} />
        <Button variant="default" onClick={importing.open}>
          {t('roster.import')}
        </Button>
      </div>
      {agents.length === 0 ? (
        <EmptyState icon="people" title={t('roster.nobody')} text={t('roster.nobodyHint')} />
      ) : (
        <WeekTable {...{ week, zone, shifts, agents, today }} edit={setEdited} />
      )}
      <p className={adminClasses.quiet}>
        {t('roster.clocks')} <bdi dir="ltr">{zone}</bdi>
      </p>
      {edited && <ShiftDialog place={edited} zone={zone} close={() => setEdited(null)} />}
      {isImporting && <ImportDialog week={week} zone={zone} close={importing.close} />}
    </>
  );
}

/** Agents who can be given work, and anybody else who has a shift. */
function agentsOf(staff: { id: string; name: string }[], shifts: Shift[]) {
  const all = new Map(staff.map(({ id, name }) => [id, name]));
  for (const { agent, name } of shifts) if (!all.has(agent)) all.set(agent, name);
  return [...all].map(([id, name]) => ({ id, name }));
}

function WeekName({ week }: { week: string }) {
  const { language } = useFormats();
  const format = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const last = addDays(week, DAYS_IN_WEEK - 1);
  return (
    <span className={classes.barText} role="status">
      {format.formatRange(new Date(`${week}T00:00:00Z`), new Date(`${last}T00:00:00Z`))}
    </span>
  );
}
