/** A file that came with a mail. */
export interface MailAttachment {
  name: string;
  /** as declared; what it is in truth is decided where files are kept */
  type: string;
  content: Buffer;
  /** by which the mail's HTML refers to it */
  contentId: string | null;
}

/** A stretch of what the mail says, in the forms in which it says it. */
export interface Block {
  text: string | null;
  html: string | null;
}

/** What a mail consists of for its reader. */
export interface MailContent {
  blocks: Block[];
  attachments: MailAttachment[];
}

export const NOTHING: MailContent = { blocks: [], attachments: [] };

export function joined(contents: MailContent[]): MailContent {
  return {
    blocks: contents.flatMap(({ blocks }) => blocks),
    attachments: contents.flatMap(({ attachments }) => attachments),
  };
}

/**
 * Several forms of the same: the text of the first that has one, the HTML of the last. A form that says nothing does
 * not count.
 */
export function alternatives(contents: MailContent[]): MailContent {
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
