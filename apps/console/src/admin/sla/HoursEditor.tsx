import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../ui/fields.js';
import { Icon } from '../../ui/icons.js';
import type { Faults } from '../../ui/faults.js';
import classes from './Sla.module.css';
import {
  type Day,
  DAYS,
  passesMidnight,
  type Source,
  type Week,
  withoutSpan,
  withSpan,
  withTime,
} from './week.js';

interface Props {
  /** the field's path in the api, to find its faults */
  path: 'hours' | 'ramadanHours';
  /** description of what applies when there is no own value */
  otherwise: string;
  value: { source: Source; week: Week };
  faults: Faults;
  change: (value: { source: Source; week: Week }) => void;
}

/** The hours of a week: the country's, or set day by day. */
export function HoursEditor({ path, otherwise, value, faults, change }: Props) {
  const { t } = useTranslation();
  const setWeek = (week: Week) => change({ ...value, week });
  const fault = faults.at(path);
  return (
    <fieldset className={classes.group}>
      <legend>{t(`sla.calendar.${path}`)}</legend>
      <SegmentedControl
        aria-label={t(`sla.calendar.${path}`)}
        data={[
          { value: 'country', label: otherwise },
          { value: 'own', label: t('sla.calendar.source.own') },
        ]}
        value={value.source}
        onChange={(source) => change({ ...value, source: source as Source })}
      />
      {fault && (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
      {value.source === 'own' && (
        <ul className={classes.week}>
          {DAYS.map((day) => (
            <DayRow key={day} day={day} path={path} week={value.week} faults={faults} change={setWeek} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

function DayRow(props: { day: Day; path: string; week: Week; faults: Faults; change: (week: Week) => void }) {
  const { t } = useTranslation();
  const { day, week, faults, change } = props;
  const spans = week[day] ?? [];
  const name = t(`sla.day.${day}`);
  const place = `${props.path}.${day}`;
  return (
    <li className={classes.day} aria-label={name}>
      <span>{name}</span>
      <div className={classes.spans}>
        {spans.length === 0 && <span className={classes.quiet}>{t('sla.calendar.closed')}</span>}
        {spans.map((span, n) => (
          // Spans have no id, so their position is the key.
          <div key={n} className={classes.span}>
            {([0, 1] as const).map((end) => (
              <TextInput
                key={end}
                aria-label={t(end === 0 ? 'sla.calendar.opens' : 'sla.calendar.closes', {
                  day: name,
                  n: n + 1,
                })}
                size="xs"
                w="5rem"
                dir="ltr"
                inputMode="numeric"
                maxLength={5}
                value={span[end]}
                error={faults.within(`${place}.${n}`) !== undefined}
                onChange={({ currentTarget }) => change(withTime(week, day, n, end, currentTarget.value))}
              />
            ))}
            {passesMidnight(span) && <span className={classes.quiet}>{t('sla.calendar.nextDay')}</span>}
            <Button
              size="xs"
              variant="default"
              aria-label={t('sla.calendar.removeSpan', { day: name, n: n + 1 })}
              onClick={() => change(withoutSpan(week, day, n))}
            >
              <Icon name="close" size={14} />
            </Button>
            {faults.within(`${place}.${n}`) && (
              <p role="alert" className={classes.fault}>
                {faults.within(`${place}.${n}`)}
              </p>
            )}
          </div>
        ))}
        {faults.at(place) && (
          <p role="alert" className={classes.fault}>
            {faults.at(place)}
          </p>
        )}
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={t('sla.calendar.addSpan', { day: name })}
        onClick={() => change(withSpan(week, day))}
      >
        <Icon name="plus" size={14} />
      </Button>
    </li>
  );
}
