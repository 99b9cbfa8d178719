import type { TicketStatus } from '#wasl/contracts';

/** How far a report is, as those who only follow it are told. What was finished and then closed is no news. */
export const STAGES = ['received', 'in_progress', 'waiting', 'settled'] as const;
export type Stage = (typeof STAGES)[number];

const OF_STATUS: Record<TicketStatus, Stage> = {
  new: 'received',
  open: 'in_progress',
  pending: 'waiting',
  resolved: 'settled',
  closed: 'settled',
};

export const stageOf = (status: TicketStatus): Stage => OF_STATUS[status];

/** The same in SQL. @param status SQL that gives the status */
export const stageSql = (status: string) =>
  `(CASE ${status} ${Object.entries(OF_STATUS)
    .map(([one, stage]) => `WHEN '${one}' THEN '${stage}'`)
    .join(' ')} END)`;
