import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import { TrackTicket, MAX_UPLOADS_PER_TICKET } from '#wasl/selfservice';
import { type Fault, MAX_LENGTH } from '../forms/validate-draft.js';
import { type PendingFile, parsePendingFiles, plainText } from '../forms/draft.js';
import { idempotencyClaimOf, FormTokens } from '../forms/form-tokens.js';
import { type KeptReply, parseKeptReply } from '../forms/kept-reply.js';
import { FormFileReceiver } from '../forms/form-file-receiver.js';
import { FormThrottle } from '../forms/form-throttle.js';
import type { FormFields } from '../http/form-fields.js';
import { readForm } from '../http/read-form.js';
import { TEXTS } from '../texts/index.js';
import type { TicketForms } from '../views/ticket-page.js';

const NOTHING: KeptReply = { message: '', held: [], score: '', comment: '' };

/** Handles a reply of the requester: sends it once, or shows the form again with everything typed. */
@Injectable()
export class ReplyFormHandler {
  constructor(
    @Inject(TrackTicket) private readonly tickets: TrackTicket,
    @Inject(FormFileReceiver) private readonly holdFiles: FormFileReceiver,
    @Inject(FormTokens) private readonly tokens: FormTokens,
    @Inject(FormThrottle) private readonly throttle: FormThrottle,
  ) {}

  /** @param number verified. @returns the form state to show again, or that the message was sent */
  async submit(
    request: Request,
    number: string,
    language: UiLanguage,
  ): Promise<'sent' | Partial<TicketForms>> {
    const { errors } = TEXTS[language];
    const { fields, held, faults } = await this.read(request, language);
    const [go, index] = fields.get('go').split(':');
    if (go === 'remove') held.splice(Number(index), 1);
    const message = plainText(fields.get('message'));
    const typed = { message, held, token: fields.get('token') };
    if (go !== 'next') return { ...typed, faults };
    if (message.trim() === '') faults.push({ field: 'message', text: errors.required });
    if (message.length > MAX_LENGTH.description)
      faults.push({ field: 'message', text: errors.tooLong(MAX_LENGTH.description) });
    if (faults.length > 0) return { ...typed, faults };
    const token = this.tokens.read(typed.token);
    if (!token) return { message, held, faults: [{ field: 'message', text: errors.expired }] };
    await this.throttle.delayIfTooFast(token.ageMs);
    return this.send(number, typed, token.nonce, errors);
  }

  /**
   * What was typed, for a browser that may not see the ticket any more; see {@link KeptReply}.
   * @returns what to keep, and the files that could not be taken
   */
  async keep(request: Request, language: UiLanguage): Promise<{ kept: KeptReply | null; faults: Fault[] }> {
    const { fields, held, faults } = await this.read(request, language);
    const kept = parseKeptReply(fields);
    const files = held.length > 0 ? { held } : {};
    return { kept: kept || held.length > 0 ? { ...NOTHING, ...kept, ...files } : null, faults };
  }

  private async read(
    request: Request,
    language: UiLanguage,
  ): Promise<{ fields: FormFields; held: PendingFile[]; faults: Fault[] }> {
    const fresh: PendingFile[] = [];
    const faults: Fault[] = [];
    const fields = await readForm(request, this.holdFiles.fileHandler(TEXTS[language], fresh, faults));
    const held = [...parsePendingFiles(fields), ...fresh];
    if (held.length > MAX_UPLOADS_PER_TICKET) {
      held.length = MAX_UPLOADS_PER_TICKET;
      faults.push({ field: 'files', text: TEXTS[language].errors.tooManyFiles(MAX_UPLOADS_PER_TICKET) });
    }
    return { fields, held, faults };
  }

  private async send(
    number: string,
    { message, held }: { message: string; held: PendingFile[] },
    nonce: string,
    errors: (typeof TEXTS)[UiLanguage]['errors'],
  ): Promise<'sent' | Partial<TicketForms>> {
    const reply = { body: message.trim(), attachments: held.map((file) => file.id) };
    try {
      await this.tickets.reply(number, reply, idempotencyClaimOf(`portal reply ${number}`, nonce, reply));
      return 'sent';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'idempotency.mismatch')
        return { message, held, faults: [{ field: 'message', text: errors.alreadyReplied }] };
      if (error.code === 'tracking.cannot_reply')
        return { message, held, faults: [{ field: 'message', text: errors.cannotReply }] };
      if (error.faults[0]?.path === 'attachments')
        return { message, held: [], faults: [{ field: 'files', text: errors.fileGone }] };
      throw error;
    }
  }
}
