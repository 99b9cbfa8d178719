import type { Content } from './content.js';
import { formOf, type HtmlForm } from './html-form.js';
import { type Answer, expectStatus, Http } from './http.js';
import type { Random } from './random.js';

/** The id of the form on every filing page. */
const FORM = 'main-form';
const MOST_PAGES = 8;

export interface Filing extends Content {
  email: string;
  mark: string;
}

/** Files a ticket on the portal like a browser without JavaScript: page by page, each form submitted as received. */
export class PortalForm {
  private readonly http: Http;

  constructor(portal: string) {
    this.http = new Http(portal, { accept: 'text/html' });
  }

  get limited(): number {
    return this.http.limited;
  }

  /** @returns the receipt number of each submission; the same one twice when the last form is submitted twice */
  async file(filing: Filing, random: Random, twice: boolean): Promise<string[]> {
    let page = await this.firstPage(filing, random);
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const form = formOf(page.text, FORM);
      const body = filledIn(form, filing);
      const answer = await this.http.post(form.action, { form: body });
      if (answer.status === 303) {
        const numbers = [await this.receipt(answer, filing)];
        if (twice)
          numbers.push(await this.receipt(await this.http.post(form.action, { form: body }), filing));
        return numbers;
      }
      page = expectStatus(answer, 200, `portal form, page ${pages + 1}`);
    }
    throw new Error('the portal never came to an end of its pages');
  }

  /** Chooses a service from the list, or none. */
  private async firstPage({ language }: Filing, random: Random): Promise<Answer> {
    const list = expectStatus(await this.http.get(`/${language}/new`), 200, 'portal services');
    const codes = [...list.text.matchAll(/\/new\?service=([a-z0-9-]+)"/g)].map((found) => found[1]!);
    const code = random.chance(0.8) && codes.length > 0 ? random.pick(codes) : 'none';
    return expectStatus(await this.http.get(`/${language}/new?service=${code}`), 200, 'portal first page');
  }

  /** Follows the redirect to the receipt with the received cookie. */
  private async receipt(answer: Answer, filing: Filing): Promise<string> {
    const location = expectStatus(answer, 303, 'portal sending').headers.get('location') ?? '';
    const number = /\/receipt\/([\d-]+)$/.exec(location)?.[1];
    if (!number) throw new Error(`the portal leads to ${location}, not to a receipt`);
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const path = `/${filing.language}/receipt/${number}`;
    const page = expectStatus(await this.http.get(path, { headers: { cookie } }), 200, 'portal receipt');
    if (!page.text.includes(number)) throw new Error('the receipt does not show its number');
    return number;
  }
}

function filledIn({ fields }: HtmlForm, filing: Filing): FormData {
  const step = fields.find(([name]) => name === 'step')?.[1];
  const typed: Record<string, string> =
    step === 'matter'
      ? { kind: filing.kind, subject: `${filing.subject} ${filing.mark}`, description: filing.text }
      : step === 'place'
        ? { address: 'Building 12, Road 4' }
        : step === 'you'
          ? { audience: 'citizen', name: filing.name, email: filing.email }
          : {};
  const body = new FormData();
  for (const [name, value] of fields) if (!(name in typed)) body.append(name, value);
  for (const [name, value] of Object.entries(typed)) body.append(name, value);
  body.append('go', step === 'check' ? 'send' : 'next');
  return body;
}
