import type { ElementHandle, Locator, Page } from 'playwright-core';

type Direction = 'ltr' | 'rtl';

/** What is typed, and the direction of its first letter. */
const TEXTS: [string, Direction][] = [
  ['الشارع مظلم', 'rtl'],
  ['the lamp is dark', 'ltr'],
  ['شارع King Faisal رقم 12', 'rtl'],
  ['Road 15 عند المدرسة', 'ltr'],
];
const NOT_TEXT = ['hidden', 'checkbox', 'radio', 'file', 'range', 'date', 'time', 'datetime-local', 'month'];
const CONTROLS = [`input${NOT_TEXT.map((type) => `:not([type=${type}])`).join('')}`, 'textarea']
  .map((control) => `${control}:visible:not([readonly]):not([disabled])`)
  .join(', ');
const MOST_LISTINGS = 5;

export interface TypedControl {
  name: string;
  /** what was declared for every text: left to right, or the direction of a language */
  fixed: Direction | null;
  /** what it is for, as far as that decides its direction */
  kind: 'text' | 'number' | 'language';
  /** what is wrong with its direction */
  faults: string[];
}

/**
 * Types Arabic, English and mixed text into every text control of a part of the page.
 * @param seen names of controls that need not be looked at again
 */
export async function typeInto(part: Locator, page: Page, seen: Set<string>): Promise<TypedControl[]> {
  const pageDirection = await page.evaluate(() => getComputedStyle(document.documentElement).direction);
  const typed: TypedControl[] = [];
  // What arrives after the page was drawn may draw its controls anew: then they are listed again.
  for (let listing = 0; listing < MOST_LISTINGS; listing++) {
    const replaced = await typeIntoEach(await part.locator(CONTROLS).elementHandles());
    if (!replaced) return typed;
  }
  throw new Error('The controls of the page are replaced again and again');

  async function typeIntoEach(controls: ElementHandle[]): Promise<boolean> {
    for (const control of controls) {
      if (!(await isShown(control))) return true;
      const about = await describeControl(control);
      if (seen.has(about.name)) continue;
      const one = await typeIntoOne(control, about, pageDirection as Direction);
      if (!one) return true;
      seen.add(about.name);
      typed.push(one);
    }
    return false;
  }
}

const isShown = (control: ElementHandle) => control.evaluate((element) => element.isConnected);

const describeControl = (control: ElementHandle) =>
  control.evaluate((element) => {
    const field = element as HTMLInputElement;
    return {
      name: field.labels?.[0]?.textContent || field.getAttribute('aria-label') || field.placeholder,
      dir: field.getAttribute('dir'),
      hasLanguage: field.lang !== '',
      isNumber: ['numeric', 'decimal'].includes(field.inputMode) && field.autocomplete !== 'one-time-code',
    };
  });

/** Null when the control had been replaced before anything was typed. Replacing it later takes what a person types. */
async function typeIntoOne(
  control: ElementHandle,
  about: Awaited<ReturnType<typeof describeControl>>,
  pageDirection: Direction,
): Promise<TypedControl | null> {
  const fixed = about.dir === 'ltr' || about.dir === 'rtl' ? (about.dir as Direction) : null;
  const texts: [string, Direction][] = about.isNumber
    ? [['12', 'ltr']]
    : [
        ...TEXTS.map(([text, own]): [string, Direction] => [text, fixed ?? own]),
        ['', fixed ?? pageDirection],
      ];
  const found = await control.evaluate(
    async (element, all) => {
      const field = element as HTMLInputElement;
      if (!field.isConnected) return null;
      const before = field.value;
      const directions: string[] = [];
      for (const text of [...all, before]) {
        field.focus();
        field.select();
        // As if it were typed: the control and React see the events.
        if (text === '') document.execCommand('delete');
        else document.execCommand('insertText', false, text);
        await new Promise((done) => requestAnimationFrame(done));
        directions.push(getComputedStyle(field).direction);
      }
      return directions;
    },
    texts.map(([text]) => text),
  );
  if (!found) return null;
  const faults = texts.flatMap(([text, expected], at) =>
    found[at] === expected ? [] : [`${about.name}: “${text}” runs ${found[at]}`],
  );
  await control.evaluate((element) => (element as HTMLElement).blur());
  const kind = about.isNumber ? 'number' : about.hasLanguage ? 'language' : 'text';
  return { name: about.name.replace(/ \*$/, ''), fixed, kind, faults };
}
