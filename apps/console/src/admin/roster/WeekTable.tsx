import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../../api/routing-api.js';
import { localeOf, useFormats } from '../../i18n/format.js';
import { Ltr } from '../../ui/Ltr.js';
import classes from './Roster.module.css';
import type { RosterCell } from './roster-cell.js';
import { shiftsOn } from './shifts.js';
import { ShiftText } from './ShiftText.js';
import { useAdherence } from './use-roster.js';
import { addDays, daysOf, DAYS_IN_WEEK, momentOf } from '../../i18n/zoned-time.js';

interface Props {
  week: string;
  zone: string;
  today: string;
  shifts: Shift[];
  agents: { id: string; name: string }[];
  edit: (place: RosterCell) => void;
}

/** A row for each agent, a column for each day; adherence covers the elapsed part of the week. */
export function WeekTable({ week, zone, today, shifts, agents, edit }: Props) {
  const { t } = useTranslation();
  const { language, percent } = useFormats();
  const days = daysOf(week);
  const adherence = useAdherence(
    momentOf(week, '00:00', zone),
    momentOf(addDays(week, DAYS_IN_WEEK), '00:00', zone),
  );
  const kept = new Map(adherence.data?.map((one) => [one.agent.id, one.percent]));
  const name = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'short',
  });
  const dayName = (day: string) => name.format(new Date(`${day}T00:00:00Z`));
  return (
    <Table.ScrollContainer minWidth={1040} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('admin.page.roster')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('board.agent')}</Table.Th>
            {days.map((day) => (
              <Table.Th scope="col" key={day} {...(day === today && { className: classes.today })}>
                {dayName(day)}
                {day === today && <span className="visually-hidden"> ({t('roster.today')})</span>}
              </Table.Th>
            ))}
            <Table.Th scope="col">{t('roster.adherence')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {agents.map((agent) => (
            <Table.Tr key={agent.id}>
              <Table.Th scope="row">
                <bdi>{agent.name}</bdi>
              </Table.Th>
              {days.map((day) => {
                const seen = shiftsOn(shifts, agent.id, day, zone);
                return (
                  <Table.Td key={day}>
                    <DayCell
                      agent={agent}
                      label={`${agent.name}, ${dayName(day)}`}
                      zone={zone}
                      shifts={seen}
                      edit={(shift) => edit({ agent, day, shift, seen })}
                    />
                  </Table.Td>
                );
              })}
              <Table.Td>
                <Ltr>{kept.get(agent.id) == null ? '—' : percent(kept.get(agent.id)!)}</Ltr>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface CellProps {
  agent: { id: string; name: string };
  label: string;
  zone: string;
  shifts: Shift[];
  edit: (shift: Shift | null) => void;
}

/** A shift is shown on the day on which it begins. */
function DayCell({ label, zone, shifts, edit }: CellProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.cell}>
      {shifts.map((shift) => (
        <button
          key={shift.from}
          type="button"
          className={classes.shift}
          data-away={shift.state === 'not_ready' || undefined}
          onClick={() => edit(shift)}
        >
          <span className="visually-hidden">{label}: </span>
          <ShiftText shift={shift} zone={zone} />
        </button>
      ))}
      <button
        type="button"
        className={classes.add}
        aria-label={t('roster.addTo', { place: label })}
        onClick={() => edit(null)}
      >
        +
      </button>
    </div>
  );
}
