import type { ServiceLevelVariant } from '#wasl/contracts';
import { serviceLevel } from './service-level.js';
import type { ContactSums, PresenceSums, RosterSums } from './sums.js';

/** The figures of an interval or a longer period. Percentages from 0 to 100, null where the divisor is zero. */
export interface Figures {
  offered: number;
  answered: number;
  abandoned: number;
  shortAbandoned: number;
  withinThreshold: number;
  serviceLevel: number | null;
  asaSeconds: number | null;
  handled: number;
  ahtSeconds: number | null;
  talkSeconds: number | null;
  holdSeconds: number | null;
  acwSeconds: number | null;
  /** agents' time on written contacts */
  workSeconds: number | null;
  occupancy: number | null;
  abandonment: number | null;
  transferred: number;
  transferRate: number | null;
  settled: number;
  reopened: number;
  reopenRate: number | null;
  ratings: number;
  csat: number | null;
  responseRate: number | null;
  /** mean number of agents at work: available, busy or in wrap-up */
  present: number;
  /** mean number of agents scheduled as available */
  rostered: number;
  /** null without a roster */
  adherence: number | null;
}

/** The sums from which the figures of a period are computed. */
export interface Sums {
  contacts: ContactSums;
  presence: PresenceSums;
  roster: RosterSums;
}
export type FigureName = keyof Figures;

/** @param ms the length of the period */
export function figuresOf(
  { contacts, presence, roster }: Sums,
  { variant, ms }: { variant: ServiceLevelVariant; ms: number },
): Figures {
  const lateOrLong = contacts.abandoned - contacts.shortAbandoned;
  const working = presence.handlingMs + presence.availableMs;
  const perContact = (sum: number) => mean(sum / 1000, contacts.timed);
  return {
    offered: contacts.offered,
    answered: contacts.answered,
    abandoned: contacts.abandoned,
    shortAbandoned: contacts.shortAbandoned,
    withinThreshold: contacts.answeredInThreshold,
    serviceLevel: rounded(serviceLevel(contacts, variant)),
    asaSeconds: mean(contacts.waitMs / 1000, contacts.answered),
    handled: contacts.handled,
    ahtSeconds: perContact(contacts.talkMs + contacts.holdMs + contacts.wrapUpMs + contacts.workMs),
    talkSeconds: perContact(contacts.talkMs),
    holdSeconds: perContact(contacts.holdMs),
    acwSeconds: perContact(contacts.wrapUpMs),
    workSeconds: perContact(contacts.workMs),
    occupancy: percent(presence.handlingMs, working),
    abandonment: percent(lateOrLong, contacts.handled + lateOrLong),
    transferred: contacts.transferred,
    transferRate: percent(contacts.transferred, contacts.handled),
    settled: contacts.settled,
    reopened: contacts.reopened,
    reopenRate: percent(contacts.reopened, contacts.settled),
    ratings: contacts.rated,
    csat: percent(contacts.satisfied, contacts.rated),
    responseRate: percent(contacts.rated, contacts.settled),
    present: rounded(working / ms),
    rostered: rounded(roster.rosteredMs / ms),
    adherence: percent(roster.adheredMs, roster.scheduledMs),
  };
}

const mean = (sum: number, count: number) => (count === 0 ? null : rounded(sum / count));
const percent = (part: number, whole: number) => (whole === 0 ? null : rounded((part / whole) * 100));
const rounded = <T extends number | null>(value: T) =>
  (value === null ? null : Math.round(value * 100) / 100) as T;
