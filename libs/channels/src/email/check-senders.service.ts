import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import {
  Database,
  BatchLoader,
  PeriodicTask,
  type RuntimeSettings,
  SETTINGS,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { HeldMessages, TicketContacts } from '#wasl/tickets';
import { ClaimReplyTo } from './claim-reply-to.service.js';
import { SenderChecking } from './checking/sender-checking.service.js';
import {
  type CheckedSender,
  isDisowned,
  nothingFound,
  type SenderChecks,
  UNCHECKED,
} from './domain/sender-checks.js';
import { isOutside } from './own-networks.js';
import { OriginalMail } from './original-mail.service.js';

const BATCH_SIZE = 10;
const MAX_RUN_MS = 20_000;
/**
 * A mail is checked again after RETRY_SECONDS when its worker died or DNS failed, until GIVE_UP_SECONDS have passed.
 */
const RETRY_SECONDS = 120;
const GIVE_UP_SECONDS = 3_600;

interface UncheckedMail {
  id: string;
  /** of the envelope */
  sender: string;
  /** in whose name it was written; null when that is not known */
  address: string | null;
  client: { ip: string; helo: string } | null;
  raw: Buffer | null;
  sha256: Buffer | null;
  late: boolean;
}

interface Result {
  id: string;
  checks: SenderChecks;
  /** whether they are asked again */
  again: boolean;
}

interface PlacedMail {
  /** null for the mail that opened the ticket */
  messageId: string | null;
  ticketId: string;
  held: boolean;
}

interface CheckedMail {
  address: string | null;
  placed: PlacedMail | null;
}

/** Checks SPF, DKIM and DMARC of received mail: after the mail is stored, from its original. */
@Injectable()
export class CheckSenders implements OnModuleDestroy {
  private readonly logger = new Logger('CheckSenders');
  /** Aborts pending DNS lookups, so that stopping the process does not wait for them. */
  private readonly stopping = new AbortController();
  private readonly stored = new BatchLoader<Result, void>((results) => this.store(results));

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HeldMessages) private readonly held: HeldMessages,
    @Inject(TicketContacts) private readonly contacts: TicketContacts,
    @Inject(OriginalMail) private readonly originals: OriginalMail,
    @Inject(SenderChecking) private readonly checking: SenderChecking,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(ClaimReplyTo) private readonly replyTo: ClaimReplyTo,
  ) {}

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  /** Works off what is due, for a while. @returns how many */
  @PeriodicTask({ name: 'check-senders', everyMs: 2_000 })
  async run(): Promise<number> {
    const end = Date.now() + MAX_RUN_MS;
    let done = 0;
    while (Date.now() < end && !this.stopping.signal.aborted) {
      const mails = await this.claim();
      if (mails.length === 0) break;
      await Promise.all(mails.map((mail) => this.check(mail)));
      done += mails.length;
    }
    return done;
  }

  private claim(): Promise<UncheckedMail[]> {
    return this.database.query<UncheckedMail>(
      `UPDATE inbound_mail SET check_at = now() + make_interval(secs => $2)
        WHERE id IN (SELECT id FROM inbound_mail WHERE check_at <= now() ORDER BY check_at LIMIT $1
                        FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING id, envelope_from AS sender, sender AS address, client, raw, raw_sha256 AS sha256, received_at < now() - make_interval(secs => $3) AS late`,
      [BATCH_SIZE, RETRY_SECONDS, GIVE_UP_SECONDS],
    );
  }

  private async check(mail: UncheckedMail): Promise<void> {
    const found = await this.results(mail).catch((error: Error) => {
      if (this.stopping.signal.aborted) return null;
      this.logger.warn(`sender of mail ${mail.id} not checked: ${error.message}`);
      return nothingFound(UNCHECKED);
    });
    if (!found) return this.releaseForRetry(mail.id);
    const { checks } = found;
    // A DNS lookup that failed now may succeed later.
    const again = Object.values(checks).includes('temperror') && !mail.late;
    if (!showsSomething(checks, mail)) return this.stored.load({ id: mail.id, checks, again });
    await this.unitOfWork.run(async (tx) => {
      const [checked] = await tx.query<CheckedMail>(
        `UPDATE inbound_mail i SET checks = $2, check_at = CASE WHEN $3 THEN check_at END WHERE id = $1
         RETURNING sender AS address, (SELECT row_to_json(x) FROM (
           SELECT m.message_uuid AS "messageId", m.ticket_id::text AS "ticketId",
                  EXISTS (SELECT 1 FROM held_message h WHERE h.message_id = m.message_uuid) AS held
             FROM mail_thread m WHERE m.message_id = i.message_id) x) AS placed`,
        [mail.id, JSON.stringify(checks), again],
      );
      if (checked?.address && checked.placed)
        await this.applyResult(tx, checked.address, checked.placed, found, mail);
    });
  }

  /** Of mails from which nothing follows: of most, and many at once. */
  private async store(results: Result[]): Promise<Map<Result, void>> {
    await this.database.query(
      `UPDATE inbound_mail i SET checks = c.checks, check_at = CASE WHEN c.again THEN i.check_at END
         FROM unnest($1::uuid[], $2::jsonb[], $3::boolean[]) AS c (id, checks, again) WHERE i.id = c.id`,
      [
        results.map(({ id }) => id),
        results.map(({ checks }) => JSON.stringify(checks)),
        results.map(({ again }) => again),
      ],
    );
    return new Map();
  }

  /**
   * A participant's message is withdrawn and held when the sender's domain disowns it. When DMARC passes, the address
   * is proved to be the sender's, and the address for answers that the domain vouches for becomes a contact.
   */
  private async applyResult(
    tx: Tx,
    address: string,
    { messageId, ticketId, held }: PlacedMail,
    { checks, replyTo }: CheckedSender,
    mail: UncheckedMail,
  ): Promise<void> {
    if (held) return;
    if (checks.dmarc === 'pass') {
      const proof = 'proved_by_sender_check';
      await this.contacts.proveAddress(tx, ticketId, { kind: 'email', value: address }, proof);
      // A mail that goes on with a ticket must not say where its answers go: see decision 97.
      if (messageId === null && replyTo !== null)
        await this.replyTo.claim(tx, ticketId, { from: address, replyTo, client: mail.client });
      return;
    }
    if (!messageId || !isDisowned(checks, { address, envelope: mail.sender })) return;
    await this.held.withdraw(tx, messageId, { sender: { address, name: null }, reason: 'failed_checks' });
  }

  /** Leaves the mail to the next worker. */
  private async releaseForRetry(id: string): Promise<void> {
    await this.database.query('UPDATE inbound_mail SET check_at = now() WHERE id = $1', [id]);
  }

  private async results({ sender, client, ...original }: UncheckedMail): Promise<CheckedSender> {
    const raw = await this.originals.bytes(original);
    const direct = client !== null && isOutside(client.ip);
    const checking = this.checking.check(raw, {
      sender,
      client: direct ? client : null,
      mta: this.settings.MAIL_DOMAIN,
    });
    return unlessAborted(checking, this.stopping.signal);
  }
}

/** Whether something may follow: a proof of whose the address is, or that it is not the sender's. */
const showsSomething = (checks: SenderChecks, { address, sender }: UncheckedMail) =>
  address !== null && (checks.dmarc === 'pass' || isDisowned(checks, { address, envelope: sender }));

/** @throws when `signal` is aborted first */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let end = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    end = () => reject(new Error('stopping'));
    signal.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
