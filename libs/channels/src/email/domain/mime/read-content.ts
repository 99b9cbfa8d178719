import { calendarText } from './calendar-text.js';
import { decodeText } from './charset.js';
import { signedContent } from './cms.js';
import { type Faults, NO_FAULTS } from './faults.js';
import { defaultFileName, fileName, isMail } from './file-names.js';
import { unflow } from './flowed.js';
import { MimeHead, splitHead } from './mime-head.js';
import {
  mergeAlternatives,
  concatContents,
  type MailAttachment,
  type MailContent,
  EMPTY_CONTENT,
} from './mail-content.js';
import { type Part, readParts } from './part-tree.js';
import { stripPgpArmour } from './pgp-text.js';
import { rtfText } from './rtf-text.js';
import { unpackTnef } from './tnef.js';
import { decodeTransfer } from './transfer-encoding.js';
import { extractUuFiles } from './uuencode.js';

const MAX_ATTACHMENTS = 200;
/** Limited, because the text is held in memory several times while it is read. */
const MAX_TEXT_BYTES = 1024 * 1024;
/** Of all parts together. */
const MAX_TEXTS_BYTES = 2 * MAX_TEXT_BYTES;
const MAX_PACKED_DEPTH = 3;

/** Reads the texts and attachments of the parts of a mail. */
export function readContent(root: Part, faults: Faults): MailContent {
  const content = new ContentReader(faults).readMail(root);
  if (content.attachments.length <= MAX_ATTACHMENTS) return content;
  faults.note('limit.parts');
  return { ...content, attachments: content.attachments.slice(0, MAX_ATTACHMENTS) };
}

class ContentReader {
  /** The first text with a file name that was not sent as an attachment. */
  private namedText: Part | null = null;

  constructor(
    private readonly faults: Faults,
    private readonly packed = 0,
    private readonly allowance = { text: MAX_TEXTS_BYTES },
  ) {}

  /** Where nothing else is said, a text with a file name is what the person wrote: telephones send messages so. */
  readMail(root: Part): MailContent {
    const content = this.read(root);
    if (content.blocks.length > 0 || !this.namedText) return content;
    return { ...content, blocks: this.readPlain(this.namedText).blocks };
  }

  private read(part: Part): MailContent {
    if (part.children.length > 0) return this.readChildren(part);
    const disposition = part.head.parameterised('content-disposition');
    const name = fileName(part, disposition);
    const { type } = part;
    if (type.startsWith('message/')) return this.attached(part, name);
    if (
      type === 'application/ms-tnef' ||
      type === 'application/vnd.ms-tnef' ||
      /^winmail\.dat$/i.test(name ?? '')
    )
      return this.readTnef(part, name);
    if (/^application\/(?:x-)?pkcs7-mime$/.test(type)) return this.readPkcs7(part, name);
    const shown = disposition.value !== 'attachment' && !name;
    if (shown && type === 'text/plain') return this.readPlain(part);
    if (shown && type === 'text/html') return this.readHtml(part);
    if (shown && (type === 'text/enriched' || type === 'text/richtext')) return this.readEnriched(part);
    if (shown && (type === 'text/rtf' || type === 'application/rtf'))
      return {
        blocks: [{ text: rtfText(this.textBytes(part).toString('latin1')), html: null }],
        attachments: [],
      };
    if (type === 'text/plain' && disposition.value !== 'attachment') this.namedText ??= part;
    if (type === 'text/calendar') return this.readCalendar(part, name);
    return this.attached(part, name);
  }

  private readChildren(part: Part): MailContent {
    const children = part.children;
    if (part.type === 'multipart/alternative') return this.readAlternatives(children);
    if (part.type === 'multipart/encrypted') this.faults.note('content.encrypted');
    return concatContents(children.map((child) => this.read(child)));
  }

  /** An invitation beside a text is redundant; alone it is the text of the mail. */
  private readAlternatives(children: Part[]): MailContent {
    const contents = children.map((child) => this.read(child));
    const spoken = contents.filter((_, i) => children[i]!.type !== 'text/calendar');
    const says = mergeAlternatives(spoken);
    const files = contents.flatMap(({ attachments }) => attachments);
    return {
      blocks: says.blocks.length > 0 ? says.blocks : mergeAlternatives(contents).blocks,
      attachments: files,
    };
  }

  private readPlain(part: Part): MailContent {
    const { parameters } = part.content;
    let text = this.text(part);
    if (parameters.get('format')?.toLowerCase() === 'flowed')
      text = unflow(text, parameters.get('delsp')?.toLowerCase() === 'yes');
    const uu = extractUuFiles(text);
    if (uu?.broken) this.faults.note('content.uuencode');
    const attachments = (uu?.files ?? []).map(({ name, content }) => ({
      name,
      type: 'application/octet-stream',
      content,
      contentId: null,
    }));
    const body = stripPgpArmour(uu?.text ?? text);
    return { blocks: body.trim() === '' ? [] : [{ text: body, html: null }], attachments };
  }

  private readHtml(part: Part): MailContent {
    const html = this.text(part);
    return html.trim() === '' ? EMPTY_CONTENT : { blocks: [{ text: null, html }], attachments: [] };
  }

  private readEnriched(part: Part): MailContent {
    const text = this.text(part)
      .replace(/<param>[^<]*<\/param>/gi, '')
      .replace(/<<|<[^<>]*>/g, (tag) => (tag === '<<' ? '<' : ''));
    return { blocks: [{ text, html: null }], attachments: [] };
  }

  private readCalendar(part: Part, name: string | null): MailContent {
    const file = this.attached(part, name ?? 'invite.ics');
    return { blocks: [{ text: calendarText(this.text(part)), html: null }], attachments: file.attachments };
  }

  private readTnef(part: Part, name: string | null): MailContent {
    const bytes = this.bytes(part);
    this.faults.spend(bytes.length);
    const tnef = unpackTnef(bytes);
    if (!tnef || tnef.broken) this.faults.note('content.tnef');
    if (!tnef) return this.attached(part, name);
    const html = tnef.html && decodeText(tnef.html, charsetOfHtml(tnef.html), this.faults);
    const text = tnef.text?.replace(/\r\n?/g, '\n') ?? null;
    const attachments: MailAttachment[] = tnef.files.map((file) => ({
      ...file,
      name: file.name.trim() || nameFor(file.type, file.content),
    }));
    // What could not be unpacked completely is also kept as received.
    if (tnef.broken) attachments.push(...this.attached(part, name).attachments);
    return { blocks: text || html ? [{ text, html }] : [], attachments };
  }

  private readPkcs7(part: Part, name: string | null): MailContent {
    const file = this.attached(part, name ?? 'smime.p7m');
    const kind = part.content.parameters.get('smime-type') ?? '';
    const inner = this.packed < MAX_PACKED_DEPTH ? signedContent(this.bytes(part)) : null;
    if (!inner) {
      this.faults.note(/enveloped|encrypted/i.test(kind) || !kind ? 'content.encrypted' : 'content.cms');
      return file;
    }
    const content = new ContentReader(this.faults, this.packed + 1, this.allowance).readMail(
      readParts(inner, this.faults),
    );
    return concatContents([content, file]);
  }

  private attached(part: Part, name: string | null): MailContent {
    const contentId = /<?([^<>\s]{1,250})>?/.exec(part.head.raw('content-id'))?.[1] ?? null;
    const content = this.bytes(part);
    const file = { name: name ?? nameFor(part.type, content), type: part.type, content, contentId };
    return { blocks: [], attachments: [file] };
  }

  private bytes(part: Part, atMost = part.body.length): Buffer {
    const encoding = part.head.raw('content-transfer-encoding');
    return decodeTransfer(part.body.subarray(0, atMost), encoding, this.faults);
  }

  /** The bytes of a text, as far as they are allowed; the rest is only in the original. */
  private textBytes(part: Part): Buffer {
    const most = Math.min(MAX_TEXT_BYTES, this.allowance.text);
    // No encoding expands by four or more.
    const bytes = this.bytes(part, 4 * MAX_TEXT_BYTES);
    if (bytes.length > most) this.faults.note('limit.text');
    this.allowance.text -= Math.min(bytes.length, most);
    return bytes.subarray(0, most);
  }

  private text(part: Part): string {
    const bytes = this.textBytes(part);
    const declared = part.content.parameters.get('charset') ?? null;
    const inside = part.type === 'text/html' && declared === null ? charsetOfHtml(bytes) : declared;
    return decodeText(bytes, inside, this.faults).replace(/\r\n?/g, '\n').replace(/\0/g, '');
  }
}

/** HTML may name its charset itself. */
function charsetOfHtml(bytes: Buffer): string | null {
  return (
    /<meta[^<>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(bytes.toString('latin1', 0, 4_096))?.[1] ??
    null
  );
}

function nameFor(type: string, content: Buffer): string {
  const subject = isMail(type) ? MimeHead.read(splitHead(content).head, NO_FAULTS).text('subject') : '';
  return defaultFileName(type, subject.trim());
}
