export interface HtmlForm {
  action: string;
  /** fields with a value, mainly hidden ones; file inputs and choices are left out */
  fields: [name: string, value: string][];
}

/** Parses the form with this id as a browser without scripts would submit it. */
export function formOf(html: string, id: string): HtmlForm {
  const [, tag, inside] = new RegExp(`<form([^>]*\\bid="${id}"[^>]*)>([\\s\\S]*?)</form>`).exec(html) ?? [];
  if (tag === undefined || inside === undefined) throw new Error(`the page has no form "${id}"`);
  const fields: HtmlForm['fields'] = [];
  for (const [, attributes] of inside.matchAll(/<input\b([^>]*)>/g)) {
    const name = attribute(attributes!, 'name');
    const type = attribute(attributes!, 'type') ?? 'text';
    if (name && !['radio', 'checkbox', 'file', 'submit'].includes(type))
      fields.push([name, attribute(attributes!, 'value') ?? '']);
  }
  for (const [, attributes, text] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(attributes!, 'name');
    if (name) fields.push([name, decoded(text!)]);
  }
  return { action: attribute(tag, 'action') ?? '', fields };
}

function attribute(text: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1];
  return value === undefined ? undefined : decoded(value);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const decoded = (text: string) =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot));/gi,
    (_, hex?: string, ten?: string, name?: string) =>
      name
        ? ENTITIES[name.toLowerCase()]!
        : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(ten)),
  );
