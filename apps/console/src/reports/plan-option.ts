import type { EChartsCoreOption } from 'echarts/core';
import type { ForecastInterval } from '../api/types.js';
import type { Formats } from '../i18n/format.js';

type Series = 'expected' | 'arrived' | 'required' | 'rostered' | 'present';
interface Look {
  name(key: Series | 'contacts' | 'agents'): string;
  formats: Formats;
  dark: boolean;
  /** the page's font: text must be measured in the font it is drawn in */
  font: string;
  /** formats the start of an interval in the country's time zone */
  moment(at: string): string;
}

/** Distinguished by type and dash pattern, not by colour alone. */
const LIGHT = {
  expected: '#64748b',
  arrived: '#1c5d99',
  required: '#b45309',
  rostered: '#6d28d9',
  present: '#15803d',
};
const DARK = {
  expected: '#8fa3bd',
  arrived: '#3d7fc4',
  required: '#f0a04b',
  rostered: '#b794f6',
  present: '#5ad18a',
};

/** ECharts options of the plan. */
export function planOption(intervals: readonly ForecastInterval[], look: Look): EChartsCoreOption {
  const { name, formats, dark } = look;
  const rtl = formats.language === 'ar';
  const colours = dark ? DARK : LIGHT;
  const text = dark ? '#d5dbe3' : '#374151';
  const axis = {
    axisLabel: { color: text },
    nameTextStyle: { color: text },
    splitLine: { lineStyle: { color: text, opacity: 0.15 } },
  };
  const line = (key: Series, colour: string, type: 'solid' | 'dashed' | 'dotted') => ({
    name: name(key),
    type: 'line' as const,
    step: 'middle' as const,
    yAxisIndex: 1,
    showSymbol: false,
    lineStyle: { width: 2, type, color: colour },
    itemStyle: { color: colour },
    data: intervals.map((row) => row[key] ?? null),
  });
  const arrived = {
    name: name('arrived'),
    type: 'bar' as const,
    itemStyle: { color: colours.arrived },
    barWidth: '55%',
    data: intervals.map((row) => row.arrived ?? null),
  };
  const expected = {
    ...line('expected', colours.expected, 'solid'),
    yAxisIndex: 0,
    areaStyle: { color: colours.expected, opacity: 0.35 },
  };
  return {
    animation: false,
    aria: { enabled: true },
    textStyle: { fontFamily: look.font },
    legend: { top: 0, itemGap: 24, textStyle: { color: text }, ...(rtl && { align: 'right' }) },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? formats.number(Math.round(value * 10) / 10) : '—',
    },
    grid: { top: 64, bottom: 36, left: 56, right: 56 },
    xAxis: {
      type: 'category',
      inverse: rtl,
      data: intervals.map(({ start }) => look.moment(start)),
      ...axis,
    },
    yAxis: [
      { type: 'value', name: name('contacts'), position: rtl ? 'right' : 'left', minInterval: 1, ...axis },
      {
        type: 'value',
        name: name('agents'),
        position: rtl ? 'left' : 'right',
        minInterval: 1,
        ...axis,
        splitLine: { show: false },
      },
    ],
    series: [
      expected,
      arrived,
      line('required', colours.required, 'solid'),
      line('rostered', colours.rostered, 'dashed'),
      line('present', colours.present, 'dotted'),
    ],
  };
}
