import { acknowledged, checkBoard, findAll, type FoundRecords } from './check.js';
import { CHANNELS } from './plan.js';
import type { Simulation } from './simulation.js';

export interface Row {
  channel: string;
  sent: number;
  acknowledged: number;
  found: number;
  lost: number;
  doubled: number;
  unrouted: number;
}
export interface Verdict {
  rows: Row[];
  /** milliseconds from the acknowledgement to the first offer on a socket */
  offers: { all: number[]; free: number[] };
  /** all other violated invariants */
  wrong: string[];
  lost: string[];
}

/** A sweep looks every five seconds for work whose wake-up was lost; an agent free for twice as long was passed over. */
const PASSED_OVER_MS = 10_000;

/** @param passedOverMs how long an agent may be free while a ticket waits */
export async function evaluate(simulation: Simulation, passedOverMs = PASSED_OVER_MS): Promise<Verdict> {
  const found = await findAll(simulation);
  const checkedAt = Date.now();
  for (const item of simulation.ledger.items.values()) item.number ??= found.tickets.get(item.arrival.n)?.[0];
  const rows = [...CHANNELS.map((channel) => rowOf(simulation, found, channel, checkedAt, passedOverMs))];
  rows.push(replyRow(simulation, found));
  const { ledger, agents } = simulation;
  return {
    rows,
    offers: offersOf(simulation),
    lost: acknowledged(simulation)
      .filter((item) => !found.tickets.get(item.arrival.n)?.length)
      .map((item) => `${item.arrival.channel} ${item.number ?? simulation.marks.of(item.arrival.n)}`),
    wrong: [
      ...ledger.doublyAssigned.map((number) => `${number} was given to two agents at once`),
      ...agents.flatMap((agent) => agent.faults.map((fault) => `${agent.email}: ${fault}`)),
      ...(await checkBoard(simulation)),
    ],
  };
}

function rowOf(
  { ledger, agents }: Simulation,
  { tickets }: FoundRecords,
  channel: (typeof CHANNELS)[number],
  checkedAt: number,
  passedOverMs: number,
): Row {
  const items = [...ledger.items.values()].filter((item) => item.arrival.channel === channel);
  const row: Row = { ...EMPTY, channel, sent: items.length };
  for (const item of items) {
    const numbers = tickets.get(item.arrival.n) ?? [];
    // An unacknowledged contact may exist or not, but not twice.
    if (numbers.length > 1 || item.answeredTwice) row.doubled++;
    if (item.acknowledgedAt === undefined) continue;
    row.acknowledged++;
    if (!item.ticketDue) row.found++;
    else if (numbers.length === 0) row.lost++;
    else {
      row.found++;
      const offer = ledger.offered.get(numbers[0]!);
      const until = offer?.at ?? checkedAt;
      const from = item.acknowledgedAt;
      if (agents.some((agent) => agent.freePeriods.covers(from, until, passedOverMs))) row.unrouted++;
    }
  }
  return row;
}

/** A requester's reply must be on the ticket that it answers, once. */
function replyRow({ ledger }: Simulation, { tickets, replies }: FoundRecords): Row {
  const items = [...ledger.items.values()].filter((item) => item.reply);
  const row: Row = { ...EMPTY, channel: 'replies', sent: items.length };
  for (const item of items) {
    const places = replies.get(item.arrival.n) ?? [];
    if (places.length > 1) row.doubled++;
    if (item.reply!.acknowledgedAt === undefined) continue;
    row.acknowledged++;
    if (places.some((number) => tickets.get(item.arrival.n)?.includes(number))) row.found++;
    else row.lost++;
  }
  return row;
}

/** Measures against free agents: counts offers for which an agent was free and no earlier ticket was waiting. */
function offersOf({ ledger, agents }: Simulation): Verdict['offers'] {
  const offers: Verdict['offers'] = { all: [], free: [] };
  const items = [...ledger.items.values()]
    .filter((item) => item.acknowledgedAt !== undefined && item.ticketDue)
    .sort((a, b) => a.acknowledgedAt! - b.acknowledgedAt!);
  let othersWaitUntil = 0;
  for (const { number, acknowledgedAt } of items) {
    const from = acknowledgedAt!;
    const offeredAt = number === undefined ? undefined : ledger.offered.get(number)?.at;
    if (offeredAt !== undefined) {
      // The offer may arrive before the acknowledgement.
      const ms = Math.max(0, offeredAt - from);
      offers.all.push(ms);
      if (othersWaitUntil <= from && agents.some((agent) => agent.freePeriods.isFreeAt(from)))
        offers.free.push(ms);
    }
    othersWaitUntil = Math.max(othersWaitUntil, offeredAt ?? Infinity);
  }
  return offers;
}

const EMPTY = { sent: 0, acknowledged: 0, found: 0, lost: 0, doubled: 0, unrouted: 0 };

export const hasPassed = ({ rows, wrong }: Verdict): boolean =>
  wrong.length === 0 && rows.every((row) => row.lost + row.doubled + row.unrouted === 0);
