import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import { RateLimited, Public } from '#wasl/platform';
import { ConfirmContact, TrackTicket } from '#wasl/selfservice';
import { formatTicketNumber, parseTicketNumber, THUMBNAIL_TYPE } from '#wasl/tickets';
import { plainText } from '../forms/draft.js';
import { FileLinks } from '../http/file-links.js';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { readForm } from '../http/read-form.js';
import { TicketAccess } from '../http/ticket-access.js';
import { TrackCookie } from '../http/track-cookie.js';
import { TEXTS } from '../texts/index.js';
import { type FlashMessage, isFlashMessage } from '../views/ticket-page.js';
import { ReplyFormHandler } from './reply-form-handler.js';
import { type OpenedTicket, TicketPageView } from './ticket-page-view.js';
import { TrackPageView } from './track-page-view.js';

/** Keeps browsers from rendering uploaded files as pages. */
const SANDBOX_HEADERS = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
};

/** A ticket's page, for a browser that has shown its tracking code, or in which its requester is signed in. */
@Public('shown only to a browser that holds the signed cookie of the ticket, or a session of its requester')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/track/:number`))
export class TicketController {
  constructor(
    @Inject(TrackTicket) private readonly tickets: TrackTicket,
    @Inject(ConfirmContact) private readonly confirming: ConfirmContact,
    @Inject(ReplyFormHandler) private readonly replying: ReplyFormHandler,
    @Inject(TicketPageView) private readonly page: TicketPageView,
    @Inject(TrackPageView) private readonly trackPage: TrackPageView,
    @Inject(FileLinks) private readonly links: FileLinks,
    @Inject(TrackCookie) private readonly cookie: TrackCookie,
    @Inject(TicketAccess) private readonly access: TicketAccess,
  ) {}

  @Get()
  async ticket(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Query('done') done: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const opened = await this.opened(request, response, language, text);
    if (!opened) return;
    await this.page.show(request, response, language, opened, {
      done: isFlashMessage(done) ? done : null,
    });
  }

  /** The URL of a form has no page of its own: reloading it redirects to the ticket. */
  @Get(['messages', 'rating', 'confirm'])
  back(@PageLanguage() language: UiLanguage, @Param('number') text: string, @Res() response: Response) {
    const number = parseTicketNumber(text);
    response.redirect(303, `/${language}/track${number ? `/${formatTicketNumber(number)}` : ''}`);
  }

  @Post('messages')
  @RateLimited(60)
  async reply(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const opened = await this.mayOpen(request, text);
    if (!opened) return this.askForCode(request, response, language, text);
    const outcome = await this.replying.submit(request, opened.number, language);
    if (outcome === 'sent') return this.done(response, language, opened.number, 'sent');
    await this.page.show(request, response, language, opened, outcome);
  }

  @Post('rating')
  @RateLimited(60)
  async rate(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const opened = await this.mayOpen(request, text);
    if (!opened) return this.askForCode(request, response, language, text);
    const fields = await readForm(request, () => Promise.resolve());
    const score = fields.get('score');
    const comment = plainText(fields.get('comment')).slice(0, 2_000);
    const { errors } = TEXTS[language];
    if (!/^[1-5]$/.test(score)) {
      return this.page.show(request, response, language, opened, {
        comment,
        faults: [{ field: 'score', text: errors.choose }],
      });
    }
    try {
      await this.tickets.rate(opened.number, Number(score), comment.trim() || null);
      this.done(response, language, opened.number, 'rated');
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'tracking.cannot_rate') throw error;
      await this.page.show(request, response, language, opened, {
        faults: [{ field: 'score', text: errors.cannotRate }],
      });
    }
  }

  /** Checks the code that was sent to a contact address. The ticket page shows the result. */
  @Post('confirm')
  @RateLimited(30)
  async confirm(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const opened = await this.opened(request, response, language, text);
    if (!opened) return;
    const fields = await readForm(request, () => Promise.resolve());
    const confirmed = await this.confirming.confirmByCode(opened.number, fields.get('code'));
    this.done(response, language, opened.number, confirmed ? 'confirmed' : 'code_wrong');
  }

  /** A download in a sandbox, only for the browser that has the ticket open; the URL alone is not enough, and it expires. */
  @Get('files/:link')
  @RateLimited(300)
  async file(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Param('link') link: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const asked = await this.linked(request, response, language, { number: text, link });
    if (!asked) return;
    const file = await this.tickets.file(asked.number, asked.id);
    response.set({
      ...SANDBOX_HEADERS,
      'Content-Type': file.type,
      'Content-Length': String(file.size),
      'Content-Disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
    await pipeline(file.content, response);
  }

  /** The thumbnail of the file. */
  @Get('files/:link/thumbnail')
  @RateLimited(300)
  async thumbnail(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Param('link') link: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const asked = await this.linked(request, response, language, { number: text, link });
    if (!asked) return;
    const content = await this.tickets.thumbnail(asked.number, asked.id);
    response.set({ ...SANDBOX_HEADERS, 'Content-Type': THUMBNAIL_TYPE, 'Content-Disposition': 'attachment' });
    await pipeline(content, response);
  }

  /** Closes the ticket in this browser, for shared computers. */
  @Post('leave')
  leave(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const number = parseTicketNumber(text);
    if (number) this.cookie.close(request, response, number);
    response.setHeader('Cache-Control', 'no-store').redirect(303, `/${language}`);
  }

  private async mayOpen(request: Request, text: string): Promise<OpenedTicket | null> {
    const number = parseTicketNumber(text);
    const by = number && (await this.access.of(request, number));
    return by ? { number, by } : null;
  }

  /** The session has ended: asks for the code again, with a form that carries what was typed. */
  private async askForCode(request: Request, response: Response, language: UiLanguage, text: string) {
    const { kept, faults } = await this.replying.keep(request, language);
    const number = parseTicketNumber(text);
    this.trackPage.show(request, response, language, {
      number: number ? formatTicketNumber(number) : '',
      code: '',
      faults,
      kept,
    });
  }

  /** @returns null after redirecting visitors without access to the form for number and code */
  private async opened(
    request: Request,
    response: Response,
    language: UiLanguage,
    text: string,
  ): Promise<OpenedTicket | null> {
    const opened = await this.mayOpen(request, text);
    if (opened) return opened;
    const number = parseTicketNumber(text);
    const known = number ? `?number=${formatTicketNumber(number)}` : '';
    response.setHeader('Cache-Control', 'no-store').redirect(303, `/${language}/track${known}`);
    return null;
  }

  /** @returns the ticket and file of a link, or null after redirecting visitors without access */
  private async linked(
    request: Request,
    response: Response,
    language: UiLanguage,
    address: { number: string; link: string },
  ): Promise<{ number: string; id: string } | null> {
    const opened = await this.opened(request, response, language, address.number);
    if (!opened) return null;
    const id = this.links.read(opened.number, address.link);
    if (id) return { number: opened.number, id };
    this.back(language, address.number, response);
    return null;
  }

  private done(response: Response, language: UiLanguage, number: string, what: FlashMessage): void {
    const address = `/${language}/track/${formatTicketNumber(number)}?done=${what}`;
    response.setHeader('Cache-Control', 'no-store').redirect(303, address);
  }
}
