import type { AuditRecord } from './audit-record.js';

/** RFC 5424, table 1: log audit. */
const FACILITY = 13;
const SEVERITY = { alert: 1, warning: 4, notice: 5 } as const;
/** Structured data ids need a private enterprise number; this one is reserved for documentation (RFC 5612). */
const DATA_ID = 'wasl@32473';
const BOM = '\ufeff';

/** One message by RFC 5424, without its frame. */
export function syslogMessage(record: AuditRecord, hostname: string): string {
  const severity = severityOf(record);
  const name = record.kind === 'entry' ? record.action : `audit.${record.kind}`;
  const header = `<${FACILITY * 8 + severity}>1 ${record.at} ${ascii(hostname, 255)} wasl - ${ascii(name, 32)}`;
  return `${header} ${structuredData(record)} ${BOM}${plain(textOf(record))}`;
}

/** Octet counting (RFC 6587, 3.4.1; RFC 5425, 4.3), so that no content can terminate a message. */
export function frameMessage(message: string): Buffer {
  const bytes = Buffer.from(message);
  return Buffer.concat([Buffer.from(`${bytes.length} `), bytes]);
}

function severityOf(record: AuditRecord): number {
  if (record.kind === 'broken') return SEVERITY.alert;
  return record.kind === 'entry' && record.action.endsWith('.failed') ? SEVERITY.warning : SEVERITY.notice;
}

function structuredData(record: AuditRecord): string {
  const facts: Record<string, string | number | null> = { seq: record.seq };
  if (record.kind === 'entry')
    Object.assign(facts, {
      actor: record.actorId,
      targetKind: record.targetKind,
      target: record.targetId,
      link: record.link,
    });
  else if (record.kind === 'head') facts.link = record.link;
  else facts.fault = record.fault;
  const given = Object.entries(facts).filter(([, value]) => value !== null);
  return `[${DATA_ID}${given.map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('')}]`;
}

const textOf = (record: AuditRecord) =>
  record.kind === 'entry' ? JSON.stringify(record.detail) : record.kind;

/** RFC 5424, 6.3.3 */
const escaped = (value: string) => plain(value).replace(/["\\\]]/g, '\\$&');

/** Replaces line breaks, control and bidi characters, and invalid UTF-8. */
const plain = (text: string) =>
  Buffer.from(text)
    .toString()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** PRINTUSASCII */
const ascii = (text: string, max: number) => text.replace(/[^!-~]/g, '').slice(0, max) || '-';
