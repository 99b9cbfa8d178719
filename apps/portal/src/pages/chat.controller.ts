import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { ChatDesks, Chats } from '#wasl/channels';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import { Limited, Public, sourceOf } from '#wasl/platform';
import { PublicServices } from '#wasl/selfservice';
import { formatTicketNumber, parseTicketNumber, PublicTickets } from '#wasl/tickets';
import { shownNews } from '../chat/shown-chat.js';
import { VisitorTokens } from '../chat/visitor-tokens.js';
import type { Fault } from '../forms/check-draft.js';
import { plainText } from '../forms/draft.js';
import { FormTokens } from '../forms/form-tokens.js';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { readForm } from '../http/read-form.js';
import { sendPage } from '../http/send-page.js';
import { TrackCookie } from '../http/track-cookie.js';
import { ChatPage } from '../views/chat-page.js';
import { ChatStartPage } from '../views/chat-start-page.js';
import { frameOf } from '../views/frame.js';
import { type ChatDraft, chatDraftFrom, Chatting, emptyChat } from './chatting.js';

const noFiles = () => Promise.resolve();

/** The chat start form and the conversation page. */
@Public(
  'anyone may begin one; a conversation is shown only to a browser that holds the signed cookie of its ticket',
)
@Controller(LANGUAGE_PATHS.map((language) => `${language}/chat`))
export class ChatController {
  constructor(
    @Inject(Chatting) private readonly chatting: Chatting,
    @Inject(Chats) private readonly chats: Chats,
    @Inject(ChatDesks) private readonly desks: ChatDesks,
    @Inject(PublicServices) private readonly services: PublicServices,
    @Inject(PublicTickets) private readonly tickets: PublicTickets,
    @Inject(FormTokens) private readonly tokens: FormTokens,
    @Inject(VisitorTokens) private readonly visitors: VisitorTokens,
    @Inject(TrackCookie) private readonly cookie: TrackCookie,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @Get()
  @Limited(300)
  async form(
    @PageLanguage() language: UiLanguage,
    @Query('service') code: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const service = typeof code === 'string' ? await this.services.byCode(language, code) : null;
    await this.showForm(request, response, language, emptyChat(this.tokens.issue(), service?.code ?? ''), []);
  }

  @Post()
  @Limited(60)
  async start(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    const fields = await readForm(request, noFiles);
    const draft = chatDraftFrom(fields);
    if (fields.get('go') === 'stay') return this.showForm(request, response, language, draft, []);
    const desk = await this.desks.for(await this.codeOf(language, draft));
    const live = fields.get('live') === '1' && desk.open;
    const trap = fields.get('website');
    const started = await this.chatting.start(draft, { live, trap, source: sourceOf(request.ip) }, language);
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
  @Limited(60)
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
        await this.chats.say(number, token.nonce, message);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    redirect(response, `/${language}/chat/${formatTicketNumber(number)}`);
  }

  @Post(':number/leave')
  @Limited(60)
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
    const desk = await this.desks.for(service?.code ?? null);
    const frame = frameOf(language, this.country);
    const page = createElement(ChatStartPage, { frame, draft, desk, service, faults });
    sendPage(request, response, page, { language, status: faults.length > 0 ? 422 : 200 });
  }

  private async showChat(request: Request, response: Response, language: UiLanguage, number: string) {
    const frame = frameOf(language, this.country);
    const news = shownNews(await this.chats.news(number, null), frame);
    await this.cookie.open(request, response, number);
    const page = createElement(ChatPage, {
      frame,
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
