import type { Response, Test } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import type { MeSystem } from './me-system.js';

/** A browser without scripts. */
export type MeAgent = TestAgent<Test>;

let addresses = 0;

/** An address that no other test of the suite has. */
export const newAddress = () => `person${++addresses}@home.example`;

export const askForCode = (agent: MeAgent, contact: string) =>
  agent.post('/en/me').type('form').send({ contact, go: 'next' });

export const enterCode = (agent: MeAgent, code: string) =>
  agent.post('/en/me/code').type('form').send({ code, go: 'next' });

/** The code that is mailed when this browser asks for it. */
export async function codeFor(system: MeSystem, agent: MeAgent, address: string): Promise<string> {
  const known = system.codesTo(address).length;
  await askForCode(agent, address).expect(303);
  return system.nextCode(address, known);
}

/** A browser in which the owner of the address is signed in by a code. */
export async function signInByCode(system: MeSystem, address: string): Promise<MeAgent> {
  const agent = system.agent();
  await enterCode(agent, await codeFor(system, agent, address)).expect(303);
  return agent;
}

export const requestsPage = async (agent: MeAgent) => (await agent.get('/en/me').expect(200)).text;

/** A cookie that an answer sets, as it is sent. */
export const cookieIn = ({ headers }: Response, name: string) =>
  new RegExp(`${name}=[\\w-]+`).exec(String(headers['set-cookie']))![0];
