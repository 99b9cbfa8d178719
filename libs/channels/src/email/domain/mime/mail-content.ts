/** A file that came with a mail. */
export interface MailAttachment {
  name: string;
  /** as declared; the real type is detected where files are stored */
  type: string;
  content: Buffer;
  /** the id by which the mail's HTML refers to it */
  contentId: string | null;
}

/** A section of the body, in the forms that the mail has. */
export interface Block {
  text: string | null;
  html: string | null;
}

/** The readable content of a mail. */
export interface MailContent {
  blocks: Block[];
  attachments: MailAttachment[];
}

export const EMPTY_CONTENT: MailContent = { blocks: [], attachments: [] };

export function concatContents(contents: MailContent[]): MailContent {
  return {
    blocks: contents.flatMap(({ blocks }) => blocks),
    attachments: contents.flatMap(({ attachments }) => attachments),
  };
}

/** Merges alternative forms: the text of the first that has one, the HTML of the last. Empty forms do not count. */
export function mergeAlternatives(contents: MailContent[]): MailContent {
  const forms = contents.map(({ blocks }) => blocks).filter((blocks) => blocks.length > 0);
  const texts = forms.find((blocks) => blocks.some(({ text }) => text?.trim()));
  const html = forms.findLast((blocks) => blocks.some((block) => block.html?.trim()));
  const attachments = contents.flatMap((content) => content.attachments);
  if (!texts && !html) return { blocks: [], attachments };
  return { blocks: merged(texts ?? [], html ?? []), attachments };
}

function merged(texts: Block[], html: Block[]): Block[] {
  const text = texts.flatMap((block) => block.text ?? []).join('\n\n') || null;
  const [first, ...rest] = html.flatMap((block) => block.html ?? []);
  return [{ text, html: first ?? null }, ...(text ? [] : rest.map((one) => ({ text: null, html: one })))];
}
