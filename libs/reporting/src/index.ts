// For: reporting: live counters updated by events, and the formulas of every figure.
// Begin reading at: domain/metrics/counter-deltas.ts.
// Never: scans tickets to show a number; is imported by no other lib.
export * from './measures/breakdown-names.reader.js';
export * from './measures/breakdown-report.reader.js';
export * from './measures/forget-facts.service.js';
export * from './measures/measure-rebuild.service.js';
export * from './measures/measures.service.js';
export * from './queue-counters.service.js';
export * from './queue-live.reader.js';
export * from './reporting.module.js';
export * from './domain/metrics/counter-deltas.js';
export * from './domain/metrics/service-level.js';
export * from './domain/staffing/erlang-a.js';
export * from './domain/staffing/erlang-c.js';
export * from './domain/staffing/staffing.js';
export * from './forecast/forecast.reader.js';
export * from './forecast/staffing-plan.reader.js';
export * from './forecast/roster.reader.js';
export * from './measures/backlog.reader.js';
export * from './domain/forecast/requirement.js';
export * from './measures/interval-report.reader.js';
export * from './export/report-table.js';
export * from './export/write-csv.js';
export * from './export/write-xlsx.js';
export * from './domain/export/guard-formula.js';
export * from './domain/measures/breakdown.js';
export * from './domain/measures/figures.js';
export * from './domain/measures/figure-texts.js';
export * from './domain/measures/interval.js';
export * from './domain/measures/range.js';
export * from './domain/measures/rows.js';
export * from './domain/forecast/accuracy.js';
export * from './domain/forecast/daily-model.js';
export * from './domain/forecast/day-shape.js';
export * from './domain/forecast/days.js';
