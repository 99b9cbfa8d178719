import { Inject, Injectable } from '@nestjs/common';
import { conflict, invalidField, isUuid, notFound, uuidv7 } from '#wasl/kernel';
import { UnitOfWork } from '#wasl/platform';
import { CALL_COMMAND_CHANNEL, type CallAction } from './asterisk/call-commands.service.js';

/** Call control for agents, where the PBX supports it. */
@Injectable()
export class CallControls {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Stores a command. The process connected to the PBX executes it, usually at once, and the console gets the change
   * like any other.
   * @param to extension, of a transfer
   * @throws not_found `call.not_found`; conflict `call.not_controllable`; invalid at `to`
   */
  async requestAction(
    interactionId: string,
    agentId: string,
    action: CallAction,
    to: string | null = null,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [call] = await tx.query<{ controllable: boolean }>(
        `SELECT i.answered_at IS NOT NULL AND i.ended_at IS NULL AND i.transferring_to IS NULL
                AND a.bridge_id IS NOT NULL AND a.left_at IS NULL AS controllable
           FROM interaction i LEFT JOIN asterisk_call a ON a.interaction_id = i.id
          WHERE i.id = $1 AND i.agent_id = $2 AND i.channel = 'phone'`,
        [isUuid(interactionId) ? interactionId : null, agentId],
      );
      if (!call) throw notFound('call.not_found');
      if (!call.controllable) throw conflict('call.not_controllable');
      if (action === 'transfer') {
        const [target] = await tx.query<{ id: string }>(
          'SELECT id FROM staff WHERE extension = $1 AND disabled_at IS NULL AND id <> $2',
          [to, agentId],
        );
        if (!target) throw invalidField('to', 'choice');
      }
      tx.send(
        `INSERT INTO call_command (id, interaction_id, action, target, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [uuidv7(tx.now.getTime()), interactionId, action, action === 'transfer' ? to : null, agentId, tx.now],
      );
      tx.send(`SELECT pg_notify($1, '')`, [CALL_COMMAND_CHANNEL]);
    });
  }
}
