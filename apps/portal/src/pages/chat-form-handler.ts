import { Inject, Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { Chats } from '#wasl/channels';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import { SubmitTicket, PublicServices } from '#wasl/selfservice';
import { type Fault, MAX_LENGTH } from '../forms/validate-draft.js';
import { oneLine, plainText } from '../forms/draft.js';
import { idempotencyClaimOf, FormTokens } from '../forms/form-tokens.js';
import { FormThrottle } from '../forms/form-throttle.js';
import type { FormFields } from '../http/form-fields.js';
import { TEXTS, type Texts } from '../texts/index.js';

/** What the visitor typed into the chat start form. */
export interface ChatDraft {
  token: string;
  service: string;
  message: string;
  name: string;
  phone: string;
  email: string;
}

export type ChatStarted = { chat: string } | { filed: string } | { faults: Fault[] };

const LONGEST_QUESTION = 4_000;

export const emptyChatDraft = (token: string, service: string): ChatDraft => ({
  token,
  service,
  message: '',
  name: '',
  phone: '',
  email: '',
});

export const parseChatDraft = (fields: FormFields): ChatDraft => ({
  token: fields.get('token'),
  service: oneLine(fields.get('service')).slice(0, 60),
  message: plainText(fields.get('message')),
  name: oneLine(fields.get('name')).trim(),
  phone: oneLine(fields.get('phone')).trim(),
  email: oneLine(fields.get('email')).trim(),
});

interface ChatAsked {
  /** the browser supports chat and an agent is available */
  live: boolean;
  honeypot: string;
  /** network of the client, for rate limits */
  source: string;
}

/** Starts a chat; when the browser does not support it or no agent is available, files a ticket with the same text. */
@Injectable()
export class ChatFormHandler {
  constructor(
    @Inject(Chats) private readonly chats: Chats,
    @Inject(SubmitTicket) private readonly matters: SubmitTicket,
    @Inject(PublicServices) private readonly services: PublicServices,
    @Inject(FormTokens) private readonly tokens: FormTokens,
    @Inject(FormThrottle) private readonly throttle: FormThrottle,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @returns the formatted ticket number, or validation errors */
  async start(
    draft: ChatDraft,
    { live, honeypot, source }: ChatAsked,
    language: UiLanguage,
  ): Promise<ChatStarted> {
    const texts = TEXTS[language];
    const faults = this.faultsOf(draft, texts);
    if (honeypot !== '') faults.push({ field: 'website', text: texts.errors.honeypot });
    if (faults.length > 0) return { faults };
    const token = this.tokens.read(draft.token);
    if (!token) return { faults: [{ field: 'message', text: texts.errors.expired }] };
    await this.throttle.delayIfTooFast(token.ageMs);
    const { token: _token, ...answers } = draft;
    const claim = idempotencyClaimOf(live ? 'portal chat' : 'portal chat filed', token.nonce, answers);
    try {
      return await this.carryOut(draft, live, language, { claim, source });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'idempotency.mismatch')
        return { faults: [{ field: 'message', text: texts.errors.alreadySent }] };
      throw error;
    }
  }

  private async carryOut(
    draft: ChatDraft,
    live: boolean,
    language: UiLanguage,
    { claim, source }: { claim: ReturnType<typeof idempotencyClaimOf>; source: string },
  ): Promise<ChatStarted> {
    const service = draft.service ? await this.services.byCode(language, draft.service) : null;
    const { name, phone, email } = draft;
    const anonymous = !name && !phone && !email;
    const requester = {
      audience: anonymous ? ('anonymous' as const) : ('citizen' as const),
      name: name || null,
      phone: phone || null,
      email: email || null,
    };
    const question = draft.message.trim();
    const code = service?.code ?? null;
    if (live)
      return {
        chat: await this.chats.start({ question, language, service: code, requester, source }, claim),
      };
    const { number } = await this.matters.submit(
      {
        kind: service?.kind ?? 'enquiry',
        subject: this.chats.titleOf(question, language),
        description: question,
        service: code,
        language,
        requester,
      },
      { claim, source },
    );
    return { filed: number };
  }

  private faultsOf({ message, name, phone, email }: ChatDraft, { errors }: Texts): Fault[] {
    const faults: Fault[] = [];
    if (message.trim() === '') faults.push({ field: 'message', text: errors.required });
    if (message.length > LONGEST_QUESTION)
      faults.push({ field: 'message', text: errors.tooLong(LONGEST_QUESTION) });
    if (name.length > MAX_LENGTH.name) faults.push({ field: 'name', text: errors.tooLong(MAX_LENGTH.name) });
    if (phone !== '' && !normalizePhone(phone, this.country))
      faults.push({ field: 'phone', text: errors.phone });
    if (email !== '' && !(email.length <= MAX_LENGTH.email && isEmail(email)))
      faults.push({ field: 'email', text: errors.email });
    return faults;
  }
}
