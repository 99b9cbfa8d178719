import autocannon from 'autocannon';
import { waitUntil } from '../../faults/wait-until.js';
import { BenchAgents } from '../bench-agents.js';
import type { BenchSystem } from '../bench-system.js';
import { sendMails } from '../mail.js';
import { newTicketBody } from '../new-ticket-body.js';
import { assertResult } from '../report.js';

const CLIENTS = 16;
const AGENTS = 40;
/** Tickets a second, so that agents are never without room: each can have fifty. */
const ROUTED_RATE = 40;

/** Contacts as they come in, and all that follows from them. */
export interface Load {
  name: string;
  /** in milliseconds of processor */
  toReach: number;
  /** programs that take part */
  programs: string[];
  warmSeconds: number;
  seconds: number;
  prepare(system: BenchSystem): Promise<Running>;
}

export interface Running {
  /** @returns how many were acknowledged and, where agents take them, taken */
  run(seconds: number): Promise<number>;
  close(): void;
}

const FILED: Load = {
  name: 'a filed ticket',
  toReach: 6,
  programs: ['api', 'worker'],
  warmSeconds: 15,
  seconds: 12,
  prepare: async (system) => ({ run: (seconds) => file(system, seconds), close: () => undefined }),
};

const MAIL: Load = {
  name: 'a mail',
  toReach: 10,
  programs: ['worker'],
  warmSeconds: 15,
  seconds: 12,
  prepare: async (system) => {
    let run = 0;
    return {
      run: async (seconds) => {
        const { accepted, refused } = await sendMails(system.smtpPort, seconds, `run${run++}`);
        assertResult(refused === 0, `${refused} mails were refused`);
        return accepted;
      },
      close: () => undefined,
    };
  },
};

const ROUTED: Load = {
  name: 'a ticket routed and taken',
  toReach: 9,
  programs: ['api', 'worker'],
  warmSeconds: 15,
  seconds: 12,
  prepare: async (system) => {
    const agents = await BenchAgents.start(system, AGENTS);
    return {
      run: async (seconds) => {
        const before = agents.accepted;
        const filed = await file(system, seconds, ROUTED_RATE);
        await waitUntil(60_000, 'every ticket to be taken', async () => agents.accepted - before >= filed);
        assertResult(agents.faults.length === 0, agents.faults.slice(0, 3).join('; '));
        return filed;
      },
      close: () => agents.close(),
    };
  },
};

export const LOADS: Record<string, Load> = { filed: FILED, mail: MAIL, routed: ROUTED };

async function file(system: BenchSystem, seconds: number, rate?: number): Promise<number> {
  const result = await autocannon({
    url: system.api,
    connections: CLIENTS,
    duration: seconds,
    ...(rate && { overallRate: rate }),
    requests: [
      {
        method: 'POST',
        path: '/api/v1/tickets',
        headers: { 'content-type': 'application/json', cookie: system.cookie },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(newTicketBody()) }),
      },
    ],
  });
  const wrong = result.non2xx + result.errors;
  assertResult(wrong === 0 && result.requests.total > 0, `${wrong} answers were not 201 or never came`);
  return result.requests.total;
}
