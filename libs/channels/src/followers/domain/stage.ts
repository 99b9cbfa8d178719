import type { TicketStatus } from '#wasl/contracts';

/** The progress of a report as shown to its followers. Closing a resolved report is no news. */
export const STAGES = ['received', 'in_progress', 'waiting', 'settled'] as const;
export type Stage = (typeof STAGES)[number];

const STAGE_OF_STATUS: Record<TicketStatus, Stage> = {
  new: 'received',
  open: 'in_progress',
  pending: 'waiting',
  resolved: 'settled',
  closed: 'settled',
};

export const stageOf = (status: TicketStatus): Stage => STAGE_OF_STATUS[status];

/** The same as an SQL expression. @param status SQL of the status */
export const stageSql = (status: string) =>
  `(CASE ${status} ${Object.entries(STAGE_OF_STATUS)
    .map(([one, stage]) => `WHEN '${one}' THEN '${stage}'`)
    .join(' ')} END)`;
