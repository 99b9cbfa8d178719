import type { Request, Response } from 'express';
import { DomainError } from '#wasl/kernel';
import { preferredLanguage, problemOf } from '#wasl/platform';

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const BACK = { ar: 'العودة إلى صفحة الدخول', en: 'Back to the sign-in page' };

/**
 * Answers a refusal to a browser that came by a link: the status of the refusal, and a page that leads to the console's
 * sign-in page, which shows the refusal. Programs get the problem document.
 * @returns whether it answered
 */
export function sendRefusalPage(request: Request, response: Response, error: unknown, path: string): boolean {
  if (!(error instanceof DomainError) || request.accepts(['json', 'html']) !== 'html') return false;
  const language = preferredLanguage(request.headers['accept-language']);
  const { status, title, detail, code } = problemOf(error, language);
  const target = escapeHtml(`${path}#sign-in=${code}`);
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store', 'Content-Language': language })
    .type('html')
    .send(
      `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8">` +
        `<meta http-equiv="refresh" content="0;url=${target}"><title>${escapeHtml(title)}</title>` +
        `<p>${escapeHtml(detail)}</p><p><a href="${target}">${BACK[language]}</a></p></html>`,
    );
  return true;
}
