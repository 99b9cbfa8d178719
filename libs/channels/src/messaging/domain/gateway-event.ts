import { type FieldFault, invalid } from '#wasl/kernel';

/** The medium of a text. */
export const TEXT_MEDIA = ['sms', 'whatsapp'] as const;
export type TextMedium = (typeof TEXT_MEDIA)[number];

export const RECEIPT_STATES = ['sent', 'delivered', 'read', 'failed'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

export interface TextFile {
  name: string;
  content: Buffer;
}

/** An incoming message. */
export interface IncomingText {
  type: 'message';
  /** the gateway's id */
  id: string;
  medium: TextMedium;
  from: string;
  to: string | null;
  /** the sender's name, if given; WhatsApp sends one */
  name: string | null;
  text: string;
  files: TextFile[];
}

/** The delivery status of a message that we sent. */
export interface TextReceipt {
  type: 'receipt';
  /** the gateway's id, from its response to the message */
  id: string | null;
  /** our own id of the message */
  reference: string | null;
  state: ReceiptState;
  /** why it failed, in the gateway's words */
  error: string | null;
  /** the number is invalid or permanently unreachable */
  unreachable: boolean;
}

export type GatewayEvent = IncomingText | TextReceipt;

const MAX_TEXT_LENGTH = 20_000;
const MAX_FILES = 5;
/** Applied to trimmed text. Two parts of the pattern that match the same characters would cause backtracking. */
const BASE64 = /^[A-Za-z0-9+/\r\n]*={0,2}$/;
/** Control characters except tab and line breaks: nobody types them, and PostgreSQL cannot store NUL. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * Reads a decoded body. Unknown fields are ignored, so that a gateway can add some.
 * @throws invalid, naming every field that is wrong
 */
export function parseGatewayEvent(body: unknown): GatewayEvent {
  const fields = new Fields(body);
  const event =
    fields.choice('type', ['message', 'receipt'] as const) === 'receipt' ? receipt(fields) : message(fields);
  if (fields.faults.length > 0) throw invalid(fields.faults);
  return event;
}

function message(fields: Fields): IncomingText {
  return {
    type: 'message',
    id: fields.text('id', 200) ?? fields.missing('id'),
    medium: fields.choice('medium', TEXT_MEDIA) ?? 'sms',
    from: fields.text('from', 60) ?? fields.missing('from'),
    to: fields.text('to', 60),
    name: fields.text('name', 200),
    text: (fields.text('text', MAX_TEXT_LENGTH, true) ?? '').trim(),
    files: fields.files('files'),
  };
}

function receipt(fields: Fields): TextReceipt {
  const id = fields.text('id', 200);
  const reference = fields.text('reference', 200);
  if (!id && !reference) fields.missing('reference');
  return {
    type: 'receipt',
    id,
    reference,
    state: fields.choice('state', RECEIPT_STATES) ?? 'failed',
    error: fields.text('error', 500),
    unreachable: fields.flag('unreachable'),
  };
}

/** Reads fields of a body one by one and collects their faults. */
class Fields {
  readonly faults: FieldFault[] = [];
  private readonly body: Record<string, unknown>;

  constructor(body: unknown) {
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    this.body = isObject ? (body as Record<string, unknown>) : {};
    if (!isObject) this.fault('', 'object');
  }

  missing(name: string): string {
    this.fault(name, 'required');
    return '';
  }

  /** With `cut`, longer text is truncated rather than refused, so that a message is not lost. */
  text(name: string, longest: number, cut = false): string | null {
    const value = this.own(name);
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' && typeof value !== 'number') return this.fault(name, 'string');
    const text = String(value).replace(CONTROL, '');
    if (text.length > longest && !cut) return this.fault(name, 'too_long');
    return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '') || null;
  }

  choice<const T extends string>(name: string, values: readonly T[]): T | null {
    const value = this.own(name);
    if (values.includes(value as T)) return value as T;
    return this.fault(name, value === undefined || value === null ? 'required' : 'choice');
  }

  flag(name: string): boolean {
    const value = this.own(name);
    if (value !== undefined && value !== null && typeof value !== 'boolean') this.fault(name, 'boolean');
    return value === true;
  }

  files(name: string): TextFile[] {
    const value = this.own(name);
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return this.fault(name, 'list') ?? [];
    if (value.length > MAX_FILES) return this.fault(name, 'too_many') ?? [];
    return value.flatMap((item, n) => this.file(`${name}.${n}`, item) ?? []);
  }

  private file(path: string, value: unknown): TextFile | null {
    const { name, content } = (value ?? {}) as { name?: unknown; content?: unknown };
    if (typeof content !== 'string') return this.fault(`${path}.content`, 'required');
    if (!BASE64.test(content.trimEnd())) return this.fault(`${path}.content`, 'format');
    return {
      name: typeof name === 'string' ? name.slice(0, 300) : '',
      content: Buffer.from(content, 'base64'),
    };
  }

  private own(name: string): unknown {
    return Object.hasOwn(this.body, name) ? this.body[name] : undefined;
  }

  private fault(path: string, code: string): null {
    this.faults.push({ path, code });
    return null;
  }
}
