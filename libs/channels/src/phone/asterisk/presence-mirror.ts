import { Logger } from '@nestjs/common';
import type { PresenceState } from '#wasl/contracts';
import type { Database } from '#wasl/platform';
import { type EndpointPattern, extensionIn } from '../domain/endpoints.js';
import type { AmiClient } from './ami-client.js';
import type { AmiMessage } from './domain/ami-messages.js';

interface Row {
  extension: string;
  state: PresenceState;
  reason: string | null;
}

/** The PBX itself keeps busy agents from further calls. */
const TAKES_CALLS: readonly PresenceState[] = ['available', 'busy'];

/**
 * Mirrors agent presence to a PBX that distributes calls itself: its queue members are paused with the agent's
 * reason, and unpaused when the agent is available again.
 */
export class PresenceMirror {
  private readonly logger = new Logger('Asterisk');
  /** queue members whose extension is an agent's, by interface, with their pause state */
  private readonly members = new Map<string, { extension: string; paused: boolean }>();

  constructor(
    private readonly database: Database,
    private readonly endpoint: EndpointPattern,
  ) {}

  /** Reads the members of the PBX queues. */
  async readMembers(ami: AmiClient): Promise<void> {
    this.members.clear();
    for (const member of await ami.list({ Action: 'QueueStatus' })) {
      if (member.get('Event') === 'QueueMember') this.note(member.get('Location') ?? '', member);
    }
  }

  handleMessage(message: AmiMessage): void {
    const where = message.get('Interface') ?? '';
    switch (message.get('Event')) {
      case 'QueueMemberAdded':
      case 'QueueMemberPause':
        this.note(where, message);
        break;
      case 'QueueMemberRemoved':
        this.members.delete(where);
    }
  }

  /** Updates every member whose pause state differs from the agent's presence. */
  async sync(ami: AmiClient): Promise<void> {
    if (this.members.size === 0) return;
    const rows = await this.database.query<Row>(
      `SELECT s.extension, coalesce(p.state, 'offline') AS state, p.reason
         FROM staff s LEFT JOIN presence p ON p.staff_id = s.id
        WHERE s.extension = ANY($1::text[]) AND s.disabled_at IS NULL`,
      [[...this.members.values()].map((member) => member.extension)],
    );
    const agents = new Map(rows.map((row) => [row.extension, row]));
    for (const [where, member] of this.members) {
      const agent = agents.get(member.extension);
      const paused = agent && !TAKES_CALLS.includes(agent.state);
      if (paused === undefined || paused === member.paused) continue;
      await this.pause(ami, where, paused, agent!.reason ?? agent!.state);
      member.paused = paused;
    }
  }

  private async pause(ami: AmiClient, where: string, paused: boolean, reason: string): Promise<void> {
    const answer = await ami.send({
      Action: 'QueuePause',
      Interface: where,
      Paused: paused ? 'true' : 'false',
      ...(paused && { Reason: reason }),
    });
    if (answer.get('Response') === 'Error') {
      this.logger.warn(`member ${where} cannot be paused: ${answer.get('Message')}`);
    }
  }

  private note(where: string, message: AmiMessage): void {
    const name = message.get('MemberName') ?? message.get('Name');
    const extension = extensionIn(where, this.endpoint) ?? extensionIn(name, this.endpoint);
    if (where && extension) this.members.set(where, { extension, paused: message.get('Paused') === '1' });
  }
}
