import { Inject, Injectable, Logger } from '@nestjs/common';
import { Recordings } from '#wasl/interactions';
import { Database, UnitOfWork } from '#wasl/platform';
import { emptyCallEvent, type CallEvent } from '../domain/call-event.js';
import { addRecording } from '../recordings/recording-queue.service.js';
import { nameInAsterisk } from '../recordings/recording-sources.js';
import type { AriCall } from './ari-call.js';
import type { AriCalls } from './ari-calls.js';
import { hangUp, hold, changeRecording, resume } from './ari-channels.js';
import type { AriClient } from './ari-client.js';

/** The NOTIFY channel for new call commands. */
export const CALL_COMMAND_CHANNEL = 'wasl_call_command';

const RECORDING_CHANGES = {
  record: 'on',
  pause_recording: 'paused',
  resume_recording: 'resumed',
  stop_recording: 'over',
} as const;
const RECORDING_STATE_AFTER = { on: 'on', paused: 'paused', resumed: 'on', over: 'over' } as const;

export const CALL_ACTIONS = [
  'hold',
  'resume',
  'hangup',
  'transfer',
  ...Object.keys(RECORDING_CHANGES),
] as const;
export type CallAction = 'hold' | 'resume' | 'hangup' | 'transfer' | keyof typeof RECORDING_CHANGES;

interface Command {
  id: string;
  interactionId: string;
  callId: string;
  action: CallAction;
  target: string | null;
}

/** Executes call commands of agents, in the process that is connected to the PBX. */
@Injectable()
export class CallCommands {
  private readonly logger = new Logger('Asterisk');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Recordings) private readonly recordings: Recordings,
  ) {}

  /**
   * Each command is tried once: the agent sees the result and may ask again. Commands older than 30 seconds are
   * ignored.
   */
  async executePending(
    ari: AriClient,
    calls: AriCalls,
    report: (event: CallEvent) => Promise<unknown>,
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
      if (call) void calls.known.enqueue(call, () => this.tryOne(ari, calls, call, command, report));
    }
  }

  private async tryOne(
    ari: AriClient,
    calls: AriCalls,
    call: AriCall,
    command: Command,
    report: (event: CallEvent) => Promise<unknown>,
  ): Promise<void> {
    try {
      await this.carryOutOne(ari, calls, call, command, report);
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
    report: (event: CallEvent) => Promise<unknown>,
  ): Promise<void> {
    const { bridgeId, channelId, callId } = call;
    if (!bridgeId || !call.answered) return;
    switch (action) {
      case 'hold':
        if (call.held) return;
        await hold(ari, bridgeId, channelId);
        call.held = true;
        await report(emptyCallEvent('hold', callId));
        return;
      case 'resume':
        if (!call.held) return;
        await resume(ari, bridgeId, channelId);
        call.held = false;
        await report(emptyCallEvent('resume', callId));
        return;
      case 'hangup':
        return hangUp(ari, channelId);
      case 'transfer':
        return transferCall(ari, calls, call, target!, report);
      default: {
        const change = RECORDING_CHANGES[action];
        const name = nameInAsterisk(interactionId);
        await changeRecording(ari, bridgeId, name, change);
        await this.unitOfWork.run(async (tx) => {
          if (change === 'on') await addRecording(tx, interactionId, 'asterisk', name);
          await this.recordings.onStateChanged(tx, interactionId, RECORDING_STATE_AFTER[change], name);
        });
      }
    }
  }
}

/** The caller hears music while the other extension rings; the transferring agent is released. */
async function transferCall(
  ari: AriClient,
  calls: AriCalls,
  call: AriCall,
  extension: string,
  report: (event: CallEvent) => Promise<unknown>,
): Promise<void> {
  const before = call.agentChannelId;
  if (!call.held) await hold(ari, call.bridgeId!, call.channelId);
  await report({ ...emptyCallEvent('transfer', call.callId), transferTo: extension });
  call.transferred = true;
  call.held = false;
  await report({ ...emptyCallEvent('ring', call.callId), users: [extension] });
  await calls.ring(call, extension, TRANSFER_RING_SECONDS);
  if (before) await hangUp(ari, before);
}

const TRANSFER_RING_SECONDS = 30;
