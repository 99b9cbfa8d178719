import { expectStatus, Http } from '../simulate/http.js';
import { ManagedSystem } from '../simulate/managed-system.js';
import { signIn } from '../simulate/sign-in.js';
import { waitUntil } from './wait-until.js';
import type { Scenario } from './scenario.js';
import { type SignedInAgent, createAgents } from './create-agents.js';

const RACERS = 200;

interface Ticket {
  number: string;
  version: number;
  assignee: { id: string } | null;
}

export const RACE: Scenario = {
  name: 'race',
  about: `${RACERS} agents race for one ticket, one offer, and one version`,
  run: async ({ database, redisUrl, short, say }) => {
    const system = new ManagedSystem({ database, redisUrl, programs: ['api', 'worker'] });
    try {
      await system.start();
      const agents = await createAgents(system.databaseUrl, system.target.api, short ? 40 : RACERS);
      const chief = await signIn(system.target.api, 'supervisor@demo.example', system.target.password);
      return [
        ...(await raceForTicket(system, chief.http, agents, say)),
        ...(await raceForVersion(system, chief.http, agents, say)),
        ...(await raceForOffer(system, agents, say)),
      ];
    } finally {
      await system.discard();
    }
  },
};

async function file({ target }: ManagedSystem, subject: string): Promise<string> {
  const json = {
    kind: 'enquiry',
    subject,
    description: 'Who is first?',
    language: 'en',
    requester: { audience: 'anonymous' },
  };
  const answer = await new Http(target.api).post<{ number: string }>('/api/v1/public/tickets', { json });
  return expectStatus(answer, 201, 'filing').body.number;
}

const statusesOf = (answers: { status: number }[]) => {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => a - b));
};

function oneWins(
  what: string,
  answers: { status: number }[],
  losers: number,
  say: (line: string) => void,
): string[] {
  const counts = statusesOf(answers);
  say(`${what}: ${JSON.stringify(counts)}`);
  const right = counts[200] === 1 && counts[losers] === answers.length - 1;
  return right ? [] : [`${what}: one 200 and the rest ${losers} expected, but ${JSON.stringify(counts)}`];
}

async function raceForTicket(
  system: ManagedSystem,
  chief: Http,
  agents: SignedInAgent[],
  say: (line: string) => void,
) {
  const number = await file(system, 'A race for the ticket');
  const answers = await Promise.all(
    agents.map(({ id, http }) =>
      http.post<Ticket>(`/api/v1/tickets/${number}/assign`, { json: { assignee: id } }),
    ),
  );
  const wrong = oneWins('taking one ticket', answers, 409, say);
  const winner = agents[answers.findIndex(({ status }) => status === 200)];
  const { body } = await chief.get<Ticket>(`/api/v1/tickets/${number}`);
  if (wrong.length === 0 && body.assignee?.id !== winner?.id) wrong.push('the ticket is not the winner’s');
  return wrong;
}

async function raceForVersion(
  system: ManagedSystem,
  chief: Http,
  agents: SignedInAgent[],
  say: (line: string) => void,
) {
  const number = await file(system, 'A race for the version');
  const { version } = (await chief.get<Ticket>(`/api/v1/tickets/${number}`)).body;
  const answers = await Promise.all(
    agents.map(({ http }, i) =>
      http.call('PATCH', `/api/v1/tickets/${number}`, {
        json: { subject: `As ${i} has it` },
        headers: { 'if-match': `"${version}"` },
      }),
    ),
  );
  return oneWins('changing one version', answers, 412, say);
}

/** The offer belongs to one agent; all agents try to accept it, its owner several times at once. */
async function raceForOffer(system: ManagedSystem, agents: SignedInAgent[], say: (line: string) => void) {
  const [chosen, ...others] = agents as [SignedInAgent, ...SignedInAgent[]];
  const presence = await chosen.http.call('PUT', '/api/v1/me/presence', { json: { state: 'available' } });
  expectStatus(presence, 200, 'going available');
  await file(system, 'A race for the offer');
  const offer = await waitUntil(60_000, 'an offer', async () => {
    const { body } = await chosen.http.get<{ data: { id: string }[] } | { id: string }[]>(
      '/api/v1/me/offers',
    );
    return (Array.isArray(body) ? body : body.data)[0];
  });
  const racers = [...others, ...Array.from({ length: 10 }, () => chosen)];
  const answers = await Promise.all(racers.map(({ http }) => http.post(`/api/v1/offers/${offer.id}/accept`)));
  return oneWins('accepting one offer', answers, 409, say);
}
