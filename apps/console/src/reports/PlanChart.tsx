import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForecastInterval } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { useIntervalLabel } from './use-interval-label.js';
import { planOption } from './plan-option.js';
import classes from './Reports.module.css';

register([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Expected and actual contacts as bars, agents as lines; the time axis runs right to left in Arabic. */
export function PlanChart({ intervals, zone }: { intervals: ForecastInterval[]; zone: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const moment = useIntervalLabel(zone, intervals.length > 100);
  const dark = useComputedColorScheme('light') === 'dark';
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = init(place.current!, null, { renderer: 'svg' });
    const name = (
      key: 'expected' | 'arrived' | 'required' | 'rostered' | 'present' | 'contacts' | 'agents',
    ) => t(`reports.${key}`);
    chart.setOption(
      planOption(intervals, {
        name,
        formats,
        dark,
        moment,
        font: getComputedStyle(place.current!).fontFamily,
      }),
    );
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current!);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [intervals, t, formats, dark, moment]);
  // The chart is left-to-right so that measured and drawn text match; Arabic words still render correctly.
  return (
    <div ref={place} dir="ltr" className={classes.chart} role="img" aria-label={t('reports.chartLabel')} />
  );
}
