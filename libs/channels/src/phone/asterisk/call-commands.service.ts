import { Inject, Injectable, Logger } from '@nestjs/common';
import { Recordings } from '#wasl/interactions';
import { Database, UnitOfWork } from '#wasl/platform';
import { bareEvent, type CallEvent } from '../domain/call-event.js';
import type { AriCall } from './ari-call.js';
import type { AriCalls } from './ari-calls.js';
import { hangUp, hold, record, resume } from './ari-channels.js';
import type { AriClient } from './ari-client.js';

/** Notified when somebody asks for something to be done with a call. */
export const CALL_COMMAND_CHANNEL = 'wasl_call_command';

const RECORD = {
  record: 'on',
  pause_recording: 'paused',
  resume_recording: 'resumed',
  stop_recording: 'over',
} as const;
const AFTERWARDS = { on: 'on', paused: 'paused', resumed: 'on', over: 'over' } as const;

export const CALL_ACTIONS = ['hold', 'resume', 'hangup', 'transfer', ...Object.keys(RECORD)] as const;
export type CallAction = 'hold' | 'resume' | 'hangup' | 'transfer' | keyof typeof RECORD;

interface Command {
  id: string;
  interactionId: string;
  callId: string;
  action: CallAction;
  target: string | null;
}

/** Carries out what agents ask for, in the process that has the connection to the exchange. */
@Injectable()
export class CallCommands {
  private readonly logger = new Logger('Asterisk');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Recordings) private readonly recordings: Recordings,
  ) {}

  /** Each is tried once: who asked sees what came of it, and may ask again. What is old nobody waits for any more. */
  async carryOut(
    ari: AriClient,
    calls: AriCalls,
    tell: (event: CallEvent) => Promise<unknown>,
  ): Promise<void> {
    const commands = await this.database.query<Command>(
      `UPDATE call_command c SET taken_at = now() FROM interaction i
        WHERE i.id = c.interaction_id AND c.id IN (
          SELECT id FROM call_command WHERE taken_at IS NULL AND asked_at > now() - interval '30 seconds'
           ORDER BY asked_at, id LIMIT 50 FOR UPDATE SKIP LOCKED)
        RETURNING c.id, c.interaction_id AS "interactionId", i.call_id AS "callId", c.action, c.target`,
    );
    for (const command of commands) {
      const call = calls.known.find(command.callId);
      if (call) void calls.known.inLine(call, () => this.tryOne(ari, calls, call, command, tell));
    }
  }

  private async tryOne(
    ari: AriClient,
    calls: AriCalls,
    call: AriCall,
    command: Command,
    tell: (event: CallEvent) => Promise<unknown>,
  ): Promise<void> {
    try {
      await this.carryOutOne(ari, calls, call, command, tell);
    } catch (error) {
      const fault = (error as Error).message.slice(0, 200);
      this.logger.warn(`${command.action} failed: ${fault}`);
      await this.database.query('UPDATE call_command SET fault = $2 WHERE id = $1', [command.id, fault]);
    }
  }

  private async carryOutOne(
    ari: AriClient,
    calls: AriCalls,
    call: AriCall,
    { action, target, interactionId }: Command,
    tell: (event: CallEvent) => Promise<unknown>,
  ): Promise<void> {
    const { bridgeId, channelId, callId } = call;
    if (!bridgeId || !call.answered) return;
    switch (action) {
      case 'hold':
        if (call.held) return;
        await hold(ari, bridgeId, channelId);
        call.held = true;
        await tell(bareEvent('hold', callId));
        return;
      case 'resume':
        if (!call.held) return;
        await resume(ari, bridgeId, channelId);
        call.held = false;
        await tell(bareEvent('resume', callId));
        return;
      case 'hangup':
        return hangUp(ari, channelId);
      case 'transfer':
        return handOn(ari, calls, call, target!, tell);
      default: {
        const change = RECORD[action];
        await record(ari, bridgeId, recordingName(interactionId), change);
        await this.work.run((tx) =>
          this.recordings.changed(tx, interactionId, AFTERWARDS[change], recordingName(interactionId)),
        );
      }
    }
  }
}

const recordingName = (interactionId: string) => `wasl-${interactionId}`;

/** The caller hears music while the other telephone rings; whoever had them has done their part. */
async function handOn(
  ari: AriClient,
  calls: AriCalls,
  call: AriCall,
  extension: string,
  tell: (event: CallEvent) => Promise<unknown>,
): Promise<void> {
  const before = call.agentChannelId;
  if (!call.held) await hold(ari, call.bridgeId!, call.channelId);
  await tell({ ...bareEvent('transfer', call.callId), transferTo: extension });
  call.handedOn = true;
  call.held = false;
  await tell({ ...bareEvent('ring', call.callId), users: [extension] });
  await calls.ring(call, extension, TRANSFER_RING_SECONDS);
  if (before) await hangUp(ari, before);
}

const TRANSFER_RING_SECONDS = 30;
