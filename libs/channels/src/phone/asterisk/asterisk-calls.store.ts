import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#wasl/platform';

/** A call at the PBX, with its channels. */
export interface StoredCall {
  callId: string;
  channelId: string;
  agentChannelId: string | null;
  extension: string | null;
  bridgeId: string | null;
  answered: boolean;
  held: boolean;
  transferred: boolean;
  ended: boolean;
  recording: 'none' | 'on' | 'paused' | 'over';
}

/** Stores the channels of calls, so that another process can take over the connection. */
@Injectable()
export class AsteriskCallsStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Stores the caller's channel. */
  async saveChannel(callId: string, channelId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO asterisk_call (interaction_id, channel_id, updated_at)
       SELECT id, $2, now() FROM interaction WHERE call_id = $1
       ON CONFLICT (interaction_id) DO UPDATE SET channel_id = excluded.channel_id, updated_at = now()
        WHERE asterisk_call.channel_id <> excluded.channel_id`,
      [callId, channelId],
    );
  }

  /** Stores the agent's channel and the bridge. */
  async saveAgentChannel(
    callId: string,
    parts: { agentChannelId: string | null; bridgeId: string | null },
  ): Promise<void> {
    await this.database.query(
      `UPDATE asterisk_call a SET agent_channel_id = $2, bridge_id = $3, updated_at = now()
         FROM interaction i WHERE i.id = a.interaction_id AND i.call_id = $1`,
      [callId, parts.agentChannelId, parts.bridgeId],
    );
  }

  async markLeft(callId: string): Promise<void> {
    await this.database.query(
      `UPDATE asterisk_call a SET left_at = coalesce(left_at, now()), updated_at = now()
         FROM interaction i WHERE i.id = a.interaction_id AND i.call_id = $1`,
      [callId],
    );
  }

  /** All calls that have not left the PBX. */
  async listPresent(): Promise<StoredCall[]> {
    return this.database.query<StoredCall>(
      `${SELECT} WHERE a.left_at IS NULL ORDER BY i.started_at LIMIT 5000`,
    );
  }

  async find(interactionId: string): Promise<StoredCall | null> {
    const [row] = await this.database.query<StoredCall>(
      `${SELECT} WHERE a.left_at IS NULL AND a.interaction_id = $1`,
      [interactionId],
    );
    return row ?? null;
  }

  async extensions(): Promise<Set<string>> {
    const rows = await this.database.query<{ extension: string }>(
      'SELECT extension FROM staff WHERE extension IS NOT NULL AND disabled_at IS NULL',
    );
    return new Set(rows.map((row) => row.extension));
  }
}

const SELECT = `
SELECT i.call_id AS "callId", a.channel_id AS "channelId", a.agent_channel_id AS "agentChannelId",
       s.extension, a.bridge_id AS "bridgeId", i.answered_at IS NOT NULL AS answered, i.held_since IS NOT NULL AS held,
       i.transferring_to IS NOT NULL AS "transferred",
       i.ended_at IS NOT NULL AS ended, i.recording_state AS recording
  FROM asterisk_call a JOIN interaction i ON i.id = a.interaction_id LEFT JOIN staff s ON s.id = i.agent_id`;
