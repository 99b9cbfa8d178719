import type { ReferralFilter } from '../api/referrals-api.js';

export const BOXES = ['inbox', 'done', 'back', 'sent', 'arbiter'] as const;
/** What the page lists: what is to be done, what is done, what was returned or recalled, all, and what awaits a decision. */
export type Box = (typeof BOXES)[number];

const FILTERS: Record<Box, ReferralFilter> = {
  inbox: { box: 'inbox' },
  done: { box: 'inbox', state: 'completed' },
  back: { box: 'inbox', state: 'returned,recalled' },
  sent: { box: 'sent' },
  arbiter: { box: 'arbiter' },
};

export const filterOf = (box: Box): ReferralFilter => FILTERS[box];

/** People of an entity have no box of the centre. */
export const boxesFor = (rights: { worksForEntity: boolean; arbitrates: boolean }): Box[] =>
  BOXES.filter((box) =>
    rights.worksForEntity
      ? box !== 'sent' && box !== 'arbiter'
      : box === 'inbox' || box === 'sent' || (box === 'arbiter' && rights.arbitrates),
  );

export const boxOf = (param: string | null, offered: readonly Box[]): Box =>
  offered.find((box) => box === param) ?? offered[0]!;
