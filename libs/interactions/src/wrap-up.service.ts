import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { invalidField, isUuid, notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';

/** The wrap-up code of a conversation, recorded by its agent. */
@Injectable()
export class WrapUp {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /**
   * Records it, or corrects it.
   * @param agentId who must have had the conversation
   * @throws not_found `call.not_found`; invalid at `code`
   */
  async record(interactionId: string, code: string, agentId: string): Promise<void> {
    const codes = await this.catalogue.reasons('wrap_up');
    if (!codes.some((reason) => reason.key === code)) throw invalidField('code', 'choice');
    const [row] = await this.database.query(
      'UPDATE interaction SET wrap_up_code = $2, updated_at = now() WHERE id = $1 AND agent_id = $3 RETURNING id',
      [isUuid(interactionId) ? interactionId : null, code, agentId],
    );
    if (!row) throw notFound('call.not_found');
  }
}
