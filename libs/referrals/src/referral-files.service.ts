import { Inject, Injectable } from '@nestjs/common';
import { isUuid, notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { Attachments, SharedMatterReader } from '#wasl/tickets';
import { seesContent } from './domain/may-see.js';
import { entityOf, isOfEntity, type Party } from './parties.js';
import { ReferralAccess } from './referral-access.service.js';
import type { ReferralRow } from './referral-row.js';

type Shared = Pick<ReferralRow, 'state' | 'shareRequester' | 'sharedMessages' | 'sharedAttachments'>;

/** Opens files through a referral: those that it shares of the ticket, and its own. */
@Injectable()
export class ReferralFiles {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReferralAccess) private readonly access: ReferralAccess,
    @Inject(SharedMatterReader) private readonly matter: SharedMatterReader,
    @Inject(Attachments) private readonly attachments: Attachments,
  ) {}

  /** For those who work for an entity alone. */
  async openForEntity(id: string, fileId: string, party: Party): ReturnType<Attachments['openFor']> {
    entityOf(party);
    return this.open(id, fileId, party);
  }

  /** @throws not_found `referral.not_found`, `attachment.not_found`; conflict as for other files */
  async open(id: string, fileId: string, party: Party): ReturnType<Attachments['openFor']> {
    const { ticketId } = await this.access.require(id, party);
    const isKnown = isUuid(fileId) && (await this.isShown(id, ticketId, fileId, party));
    if (!isKnown) throw notFound('attachment.not_found');
    return this.attachments.openFor(fileId, party.id);
  }

  private async isShown(id: string, ticketId: string, fileId: string, party: Party): Promise<boolean> {
    const [referral] = await this.database.query<Shared>(
      `SELECT state, share_requester AS "shareRequester", shared_messages AS "sharedMessages",
              shared_attachments AS "sharedAttachments" FROM referral WHERE id = $1`,
      [id],
    );
    const isShown = !isOfEntity(party) || seesContent(referral!.state);
    const [own] = await this.database.query<{ byEntity: boolean }>(
      `SELECT coalesce(m.by_entity, true) AS "byEntity" FROM attachment a
         LEFT JOIN referral_message m ON m.id = a.referral_message_id WHERE a.id = $1 AND a.referral_id = $2`,
      [fileId, id],
    );
    if (own) return isShown || own.byEntity;
    if (!isShown) return false;
    const share = {
      requester: referral!.shareRequester,
      messages: referral!.sharedMessages,
      attachments: referral!.sharedAttachments,
    };
    return this.matter.sharesFile(ticketId, share, fileId);
  }
}
