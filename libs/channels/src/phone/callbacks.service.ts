import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import type { QueueRow } from '#wasl/directory';
import type { Tx } from '#wasl/platform';
import { MatchRequester } from '#wasl/requesters';
import { Messages, OpenTicket, SYSTEM } from '#wasl/tickets';
import type { CallRow } from './call-rows.js';
import { callbackText } from './domain/callback-text.js';
import { waitedSeconds } from './domain/call-lifecycle.js';

/** By this tag a ticket is known to ask for a call back. */
export const CALLBACK_TAG = 'callback';

/** Turns missed calls into tickets that ask to call back. */
@Injectable()
export class Callbacks {
  constructor(
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(MatchRequester) private readonly requesters: MatchRequester,
    @Inject(OpenTicket) private readonly tickets: OpenTicket,
    @Inject(Messages) private readonly messages: Messages,
  ) {}

  /**
   * One ticket for each caller and queue: who calls five times in vain is called back once, and the ticket says so.
   * The call must be locked, stored and missed, and have no ticket.
   */
  async arrange(tx: Tx, { id: interactionId, call }: CallRow, queue: QueueRow): Promise<void> {
    const from = call.from!;
    const requester = await this.requesters.match(tx, { phone: from });
    // Two calls of one caller may end at the same moment: the second waits here and finds the first one's ticket.
    const [known] = await tx.query<{ language: string | null }>(
      'SELECT language FROM requester WHERE id = $1 FOR NO KEY UPDATE',
      [requester.id],
    );
    const language = known?.language ?? this.country.languages[0]!;
    const text = callbackText(language, { from, to: call.to, waitedSeconds: waitedSeconds(call, tx.now) });
    const earlier = await lockEarlier(tx, requester.id, queue.id);
    if (earlier) {
      await this.messages.bySystem(tx, earlier, text.again);
      await tx.query(
        'UPDATE interaction SET ticket_id = $2, requester_id = $3, updated_at = $4 WHERE id = $1',
        [interactionId, earlier, requester.id, tx.now],
      );
      return;
    }
    await this.tickets.openWithin(
      tx,
      {
        subject: text.subject,
        description: text.description,
        kind: 'request',
        queue: queue.key,
        language,
        channel: 'phone',
        requester: { phone: from },
        tags: [CALLBACK_TAG],
        interactionId,
      },
      { actor: SYSTEM },
    );
  }
}

/** A callback that was not made yet. */
async function lockEarlier(tx: Tx, requesterId: string, queueId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `SELECT id FROM ticket
      WHERE requester_id = $1 AND queue_id = $2 AND channel = 'phone' AND status IN ('new', 'open') AND $3 = ANY (tags)
      ORDER BY id DESC LIMIT 1 FOR NO KEY UPDATE`,
    [requesterId, queueId, CALLBACK_TAG],
  );
  return row?.id ?? null;
}
