import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, withoutAddress } from '#wasl/country';
import { Database, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { type AgentLine, agentOf, lineOf } from './domain/agent-of.js';
import type { CallEvent } from './domain/call-event.js';
import { dialledNumber } from './phone-numbers.js';

/** Replaces what the PBX calls an agent by the agent's line, so that all else compares lines. */
@Injectable()
export class AnsweringAgents {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  async resolve(event: CallEvent): Promise<CallEvent> {
    const { users, answeringNumber, transferTo, direction, from } = event;
    const caller = direction === 'out' ? from : null;
    const asked = [...users, answeringNumber, transferTo, caller].filter((value) => !!value) as string[];
    if (asked.length === 0) return event;
    const lines = await this.linesOf(asked);
    const lineOrNumber = (value: string) => lines.get(value) ?? dialledNumber(value, this.country);
    return {
      ...event,
      users: [...new Set(users.map((user) => lines.get(user) ?? user))],
      answeringNumber: answeringNumber && lineOrNumber(answeringNumber),
      ...(transferTo && { transferTo: lineOrNumber(transferTo) }),
      ...(caller && { from: lineOrNumber(caller) }),
    };
  }

  /** The line of the agent with exactly this number, for calls to nobody's queue. */
  async lineAt(number: string): Promise<string | null> {
    return (await this.linesOf([number])).get(number) ?? null;
  }

  /** Most values are plain extensions, which an index finds; only the others need every agent. */
  private async linesOf(asked: string[]): Promise<Map<string, string>> {
    const exact = await this.database.query<AgentLine>(
      `${SELECT} AND (extension = ANY($1::text[]) OR extension IS NULL AND email = ANY($1::text[]))`,
      [asked],
    );
    const lines = new Map(exact.map((agent) => [lineOf(agent), lineOf(agent)]));
    const left = asked.filter((value) => !lines.has(value));
    if (left.length === 0) return lines;
    const agents = await this.database.query<AgentLine>(SELECT);
    const reading = {
      endpoint: this.settings.PHONE_ENDPOINT,
      comparable: (number: string) => dialledNumber(number, this.country),
      userPart: withoutAddress,
    };
    for (const value of left) {
      const agent = agentOf(value, agents, reading);
      if (agent) lines.set(value, lineOf(agent));
    }
    return lines;
  }
}

const SELECT = 'SELECT id, extension, email, name FROM staff WHERE disabled_at IS NULL';
