import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { ChatAvailabilityReader, Chats } from '#wasl/channels';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import { RateLimited, Public, sourceOf } from '#wasl/platform';
import { PublicServices } from '#wasl/selfservice';
import { formatTicketNumber, parseTicketNumber, PublicTickets } from '#wasl/tickets';
import { chatUpdateView } from '../chat/chat-view.js';
import { VisitorTokens } from '../chat/visitor-tokens.js';
import type { Fault } from '../forms/validate-draft.js';
import { plainText } from '../forms/draft.js';
import { FormTokens } from '../forms/form-tokens.js';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { readForm } from '../http/read-form.js';
import { sendPage } from '../http/send-page.js';
import { TrackCookie } from '../http/track-cookie.js';
import { ChatPage } from '../views/chat-page.js';
import { ChatStartPage } from '../views/chat-start-page.js';
import { pageContextOf } from '../views/page-context.js';
import { type ChatDraft, parseChatDraft, ChatFormHandler, emptyChatDraft } from './chat-form-handler.js';

const noFiles = () => Promise.resolve();

/** The chat start form and the conversation page. */
@Public(
  'anyone may begin one; a conversation is shown only to a browser that holds the signed cookie of its ticket',
)
@Controller(LANGUAGE_PATHS.map((language) => `${language}/chat`))
export class ChatController {
  constructor(
    @Inject(ChatFormHandler) private readonly chatting: ChatFormHandler,
    @Inject(Chats) private readonly chats: Chats,
    @Inject(ChatAvailabilityReader) private readonly desks: ChatAvailabilityReader,
    @Inject(PublicServices) private readonly services: PublicServices,
    @Inject(PublicTickets) private readonly tickets: PublicTickets,
    @Inject(FormTokens) private readonly tokens: FormTokens,
    @Inject(VisitorTokens) private readonly visitors: VisitorTokens,
    @Inject(TrackCookie) private readonly cookie: TrackCookie,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @Get()
  @RateLimited(300)
  async form(
    @PageLanguage() language: UiLanguage,
    @Query('service') code: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const service = typeof code === 'string' ? await this.services.byCode(language, code) : null;
    await this.showForm(
      request,
      response,
      language,
      emptyChatDraft(this.tokens.issue(), service?.code ?? ''),
      [],
    );
  }

  @Post()
  @RateLimited(60)
  async start(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    const fields = await readForm(request, noFiles);
    const draft = parseChatDraft(fields);
    if (fields.get('go') === 'stay') return this.showForm(request, response, language, draft, []);
    const desk = await this.desks.forService(await this.codeOf(language, draft));
    const live = fields.get('live') === '1' && desk.open;
    const honeypot = fields.get('website');
    const started = await this.chatting.start(
      draft,
      { live, honeypot, source: sourceOf(request.ip) },
      language,
    );
    if ('faults' in started) return this.showForm(request, response, language, draft, started.faults);
    const number = 'chat' in started ? started.chat : started.filed;
    await this.cookie.open(request, response, parseTicketNumber(number)!);
    redirect(response, `/${language}/${'chat' in started ? 'chat' : 'receipt'}/${number}`);
  }

  @Get(':number')
  async conversation(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const number = await this.opened(request, response, language, text);
    if (number) await this.showChat(request, response, language, number);
  }

  /** Without scripts: sends the message and reloads the page. */
  @Post(':number')
  @RateLimited(60)
  async say(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const number = await this.opened(request, response, language, text);
    if (!number) return;
    const fields = await readForm(request, noFiles);
    const message = plainText(fields.get('message')).trim().slice(0, 4_000);
    const token = this.tokens.read(fields.get('token'));
    if (fields.get('go') !== 'stay' && message !== '' && token) {
      try {
        await this.chats.addMessage(number, token.nonce, message);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    redirect(response, `/${language}/chat/${formatTicketNumber(number)}`);
  }

  @Post(':number/leave')
  @RateLimited(60)
  async leave(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const number = await this.opened(request, response, language, text);
    if (!number) return;
    await this.chats.leave(number);
    redirect(response, `/${language}/track/${formatTicketNumber(number)}`);
  }

  private async codeOf(language: UiLanguage, draft: ChatDraft): Promise<string | null> {
    return draft.service ? ((await this.services.byCode(language, draft.service))?.code ?? null) : null;
  }

  private async opened(
    request: Request,
    response: Response,
    language: UiLanguage,
    text: string,
  ): Promise<string | null> {
    const number = parseTicketNumber(text);
    if (number && (await this.cookie.allows(request, number))) return number;
    redirect(response, `/${language}/track${number ? `?number=${formatTicketNumber(number)}` : ''}`);
    return null;
  }

  private async showForm(
    request: Request,
    response: Response,
    language: UiLanguage,
    draft: ChatDraft,
    faults: Fault[],
  ): Promise<void> {
    const service = draft.service ? await this.services.byCode(language, draft.service) : null;
    const desk = await this.desks.forService(service?.code ?? null);
    const pageContext = pageContextOf(language, this.country);
    const page = createElement(ChatStartPage, { pageContext, draft, desk, service, faults });
    sendPage(request, response, page, { language, status: faults.length > 0 ? 422 : 200 });
  }

  private async showChat(request: Request, response: Response, language: UiLanguage, number: string) {
    const pageContext = pageContextOf(language, this.country);
    const news = chatUpdateView(await this.chats.poll(number, null), pageContext);
    await this.cookie.open(request, response, number);
    const page = createElement(ChatPage, {
      pageContext,
      number: formatTicketNumber(number),
      trackingCode: await this.tickets.trackingCode(number),
      news,
      visitorToken: this.visitors.issue(number),
      token: this.tokens.issue(),
    });
    sendPage(request, response, page, { language });
  }
}

function redirect(response: Response, to: string): void {
  response.setHeader('Cache-Control', 'no-store').redirect(303, to);
}
