import { type EndpointPattern, extensionIn } from './endpoints.js';

/** An agent, and what a PBX may know them by. */
export interface AgentLine {
  id: string;
  extension: string | null;
  /** lower case; staff sign in with it */
  email: string;
  name: string;
}

interface Reading {
  endpoint: EndpointPattern;
  /** a telephone number in the form in which two of them can be compared */
  comparable: (number: string) => string;
  /** the user part of an address: `sip:102@pbx` */
  userPart: (text: string) => string;
}

/** How agents are stored in calls: by extension; without one, by mail address. */
export const lineOf = ({ extension, email }: Pick<AgentLine, 'extension' | 'email'>): string =>
  extension ?? email;

/**
 * The agent whom a PBX means by an answering or ringing value: an extension, a channel or endpoint (`PJSIP/102-0000001a`,
 * `Local/102@from-queue/n`), an address (`sip:102@pbx`), a telephone number, a mail address, a login (its part before
 * the @), or a name. Each form is tried in this order, the more certain first. A form that fits several agents decides
 * nothing: nobody is better than the wrong one.
 */
export function agentOf(raw: string, agents: readonly AgentLine[], reading: Reading): AgentLine | null {
  const value = raw.trim();
  if (value === '') return null;
  const user = reading.userPart(value);
  const texts = [
    ...new Set([value, extensionIn(value, reading.endpoint), user, extensionIn(user, reading.endpoint)]),
  ];
  const asked = texts.filter((text) => text !== null && text !== '') as string[];
  const lower = asked.map((text) => text.toLowerCase());
  // The user of a mail address elsewhere is not one of ours.
  const logins = isMail(value) ? [] : lower;
  const numbers = asked.filter(isNumber).map(reading.comparable);
  const fits: ((agent: AgentLine) => boolean)[] = [
    ({ extension }) => extension !== null && asked.includes(extension),
    ({ extension }) =>
      extension !== null && isNumber(extension) && numbers.includes(reading.comparable(extension)),
    ({ email }) => lower.includes(email),
    ({ email }) => logins.includes(email.slice(0, email.lastIndexOf('@'))),
    ({ name }) => logins.includes(name.trim().toLowerCase()),
  ];
  for (const fit of fits) {
    const found = agents.filter(fit);
    if (found.length > 0) return found.length === 1 ? found[0]! : null;
  }
  return null;
}

const isMail = (text: string) => /^[^\s:/<>@]+@[^\s@]+$/.test(text);

/** Shorter ones are extensions, which are compared as they are. */
const isNumber = (text: string) => /^\+?[\d\s().-]{5,}$/.test(text);
