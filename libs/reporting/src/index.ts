// For: reporting: live counters updated by events, and the formulas of every figure.
// Begin reading at: domain/figures/counter-deltas.ts.
// Never: scans tickets to show a number; is imported by no other lib.
export * from './figures/breakdown-names.reader.js';
export * from './figures/breakdown-report.reader.js';
export * from './figures/purge-facts.service.js';
export * from './figures/figure-rebuild.service.js';
export * from './figures/figure-projection.service.js';
export * from './queue-counters.service.js';
export * from './queue-live.reader.js';
export * from './reporting.module.js';
export * from './domain/figures/counter-deltas.js';
export * from './domain/figures/service-level.js';
export * from './domain/staffing/erlang-a.js';
export * from './domain/staffing/erlang-c.js';
export * from './domain/staffing/staffing.js';
export * from './forecast/forecast.reader.js';
export * from './forecast/staffing-plan.reader.js';
export * from './forecast/roster.reader.js';
export * from './figures/backlog.reader.js';
export * from './domain/forecast/requirement.js';
export * from './figures/interval-report.reader.js';
export * from './export/report-table.js';
export * from './export/ticket-table.js';
export * from './export/write-csv.js';
export * from './export/write-ndjson.js';
export * from './export/write-xlsx.js';
export * from './domain/export/guard-formula.js';
export * from './domain/figures/breakdown.js';
export * from './domain/figures/figures.js';
export * from './domain/figures/figure-texts.js';
export * from './domain/figures/interval.js';
export * from './domain/figures/range.js';
export * from './domain/figures/rows.js';
export * from './domain/forecast/accuracy.js';
export * from './domain/forecast/daily-model.js';
export * from './domain/forecast/day-shape.js';
export * from './domain/forecast/days.js';
