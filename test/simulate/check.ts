import { setTimeout as pause } from 'node:timers/promises';
import type { LiveQueue } from '#wasl/contracts';
import { readQueues } from './board.js';
import type { Http } from './http.js';
import type { LedgerEntry } from './ledger.js';
import { allPages } from './pages.js';
import type { Simulation } from './simulation.js';

interface Ticket {
  number: string;
  subject: string;
  channel: string;
  requester: { id: string };
}
interface LoggedCall {
  callId: string;
  ticket: string | null;
}

/** What the system knows about the contacts of a run, read through its APIs. */
export interface FoundRecords {
  /** tickets by contact; exactly one is correct */
  tickets: Map<number, string[]>;
  /** tickets that contain the requester's reply */
  replies: Map<number, string[]>;
}

const SETTLES_WITHIN_MS = 60_000;
/** Above this number open tickets are not counted one by one. */
const MOST_COUNTED = 5_000;

/** Looks up every contact by number and by search, and waits for those still being processed. */
export async function findAll(simulation: Simulation): Promise<FoundRecords> {
  const end = Date.now() + SETTLES_WITHIN_MS;
  for (;;) {
    const found = await findNow(simulation);
    const missing = acknowledged(simulation).some(
      (item) =>
        (found.tickets.get(item.arrival.n) ?? []).length === 0 ||
        (item.reply?.acknowledgedAt && (found.replies.get(item.arrival.n) ?? []).length === 0),
    );
    if (!missing || Date.now() > end) return found;
    await pause(1_000);
  }
}

export function acknowledged({ ledger }: Simulation): LedgerEntry[] {
  return [...ledger.items.values()].filter((item) => item.acknowledgedAt !== undefined && item.ticketDue);
}

async function findNow(simulation: Simulation): Promise<FoundRecords> {
  const { http } = simulation.supervisor;
  const { marks, ledger } = simulation;
  const tickets = new Map<number, string[]>();
  for (const { number, subject } of await allPages<Ticket>(http, `/api/v1/tickets?q=${marks.run}`)) {
    const n = marks.numberIn(subject);
    if (n !== undefined) tickets.set(n, [...(tickets.get(n) ?? []), number]);
  }
  await inTens([...ledger.items.values()], async (item) => {
    const { number, arrival } = item;
    if (number && arrival.channel !== 'phone' && !tickets.get(arrival.n)?.includes(number)) {
      // Not found by search; it may still exist by number.
      const { status } = await http.get(`/api/v1/tickets/${number}`);
      if (status === 200) tickets.set(arrival.n, [...(tickets.get(arrival.n) ?? []), number]);
    }
  });
  await findCallbacks(simulation, tickets);
  return { tickets, replies: await findReplies(simulation) };
}

/** Finds a call's ticket in the call log, and further callback tickets by the requester. */
async function findCallbacks({ supervisor, ledger, marks }: Simulation, tickets: Map<number, string[]>) {
  const { http } = supervisor;
  const calls = new Map(
    [...ledger.items.values()]
      .filter((item) => item.arrival.channel === 'phone')
      .map((item) => [marks.callId(item.arrival.n), item]),
  );
  const seen = new Set<string>();
  const log = await allPages<LoggedCall>(http, '/api/v1/cti/log', (rows) => {
    rows.forEach(({ callId }) => calls.has(callId) && seen.add(callId));
    return seen.size === calls.size;
  });
  const ours = log.filter(({ callId, ticket }) => ticket !== null && calls.has(callId));
  await inTens(ours, async ({ callId, ticket }) => {
    const { n } = calls.get(callId)!.arrival;
    const { body } = await http.get<Ticket>(`/api/v1/tickets/${ticket}`);
    const all = await allPages<Ticket>(http, `/api/v1/tickets?requester=${body.requester.id}`);
    const byPhone = all.filter(({ channel }) => channel === 'phone').map(({ number }) => number);
    tickets.set(n, byPhone);
    calls.get(callId)!.number ??= body.number;
  });
}

async function findReplies({ supervisor, ledger, marks }: Simulation): Promise<Map<number, string[]>> {
  const replies = new Map<number, string[]>();
  const replied = [...ledger.items.values()].filter((item) => item.reply?.acknowledgedAt);
  await inTens(replied, async ({ arrival: { n } }) => {
    const rows = await allPages<Ticket>(supervisor.http, `/api/v1/tickets?q=${marks.ofReply(n)}`);
    const texts = await Promise.all(
      rows.map(async ({ number }) => {
        const path = `/api/v1/tickets/${number}/messages`;
        const messages = await allPages<{ body: string }>(supervisor.http, path);
        const times = messages.filter(({ body }) => body.includes(marks.ofReply(n))).length;
        return Array.from({ length: Math.max(1, times) }, () => number);
      }),
    );
    replies.set(n, texts.flat());
  });
  return replies;
}

/** Compares the wallboard with the counters. @returns the differences */
export async function checkBoard({ supervisor, board }: Simulation): Promise<string[]> {
  const end = Date.now() + SETTLES_WITHIN_MS;
  for (;;) {
    const wrong: string[] = [];
    for (const queue of await readQueues(supervisor.http)) {
      const shown = board.shown.find(({ key }) => key === queue.key);
      for (const figure of ['waiting', 'offered', 'handling', 'arrivedToday', 'resolvedToday'] as const) {
        if (shown?.[figure] !== queue[figure])
          wrong.push(`${queue.key}: ${figure} ${queue[figure]}, but the board shows ${shown?.[figure]}`);
      }
      wrong.push(...(await recount(supervisor.http, queue)));
    }
    if (wrong.length === 0 || Date.now() > end) return wrong;
    await pause(500);
  }
}

/** Every ticket that needs an agent is waiting, offered or assigned. */
async function recount(http: Http, queue: LiveQueue): Promise<string[]> {
  const counted = queue.waiting + queue.offered + queue.handling;
  const path = `/api/v1/tickets?queue=${queue.key}&status=new,open`;
  const open = await allPages(http, path, (rows) => rows.length > MOST_COUNTED);
  if (open.length > MOST_COUNTED || open.length === counted) return [];
  return [`${queue.key}: ${counted} counted, ${open.length} tickets are open`];
}

async function inTens<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += 10) await Promise.all(items.slice(i, i + 10).map(work));
}
