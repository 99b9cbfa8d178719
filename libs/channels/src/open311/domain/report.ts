import { DateTime } from 'luxon';
import type { FieldFault } from '#wasl/kernel';
import type { RequestForm } from './request-form.js';

/** A submitted report with validated fields. */
export interface Report {
  description: string;
  email: string | null;
  name: string | null;
  phone: string | null;
  deviceId: string | null;
  accountId: string | null;
  mediaUrl: string | null;
  lat: number | null;
  long: number | null;
  address: string | null;
  addressId: string | null;
}

const MAX_LENGTH = {
  description: 4_000,
  email: 254,
  first_name: 100,
  last_name: 100,
  phone: 40,
  device_id: 200,
  account_id: 200,
  media_url: 2_000,
  address_string: 500,
  address_id: 100,
} as const;
type Name = keyof typeof MAX_LENGTH;
const EMAIL = /^[^\s@<>()[\]",;:]{1,64}@[^\s@<>()[\]",;:]{1,190}\.[^\s@<>()[\]",;:.]{2,63}$/;
const DEGREES = /^[+-]?\d{1,3}(?:\.\d{1,20})?$/;

/** Fields unknown to the specification are ignored. */
export function readReport(form: RequestForm): { report: Report; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const text = (name: Name): string | null => {
    const value = form.fields.get(name);
    if (value === undefined) return null;
    const oneLine = name === 'description' ? value : value.replace(/\s+/g, ' ');
    if ([...oneLine].length <= MAX_LENGTH[name]) return oneLine;
    faults.push({ path: name, code: 'too_long' });
    return null;
  };
  const email = text('email');
  if (email && !EMAIL.test(email)) faults.push({ path: 'email', code: 'email' });
  const mediaUrl = text('media_url');
  if (mediaUrl && !isWebAddress(mediaUrl)) faults.push({ path: 'media_url', code: 'url' });
  const report = {
    description: text('description') ?? '',
    email,
    name: [text('first_name'), text('last_name')].filter(Boolean).join(' ') || null,
    phone: text('phone'),
    deviceId: text('device_id'),
    accountId: text('account_id'),
    mediaUrl,
    lat: degrees(form, 'lat', 90, faults),
    long: degrees(form, 'long', 180, faults),
    address: text('address_string'),
    addressId: text('address_id'),
  };
  return { report, faults: [...faults, ...placeFaults(report, form)] };
}

function placeFaults(report: Report, form: RequestForm): FieldFault[] {
  const half = (form.fields.has('lat') ? 1 : 0) + (form.fields.has('long') ? 1 : 0) === 1;
  if (half) return [{ path: form.fields.has('lat') ? 'long' : 'lat', code: 'required' }];
  const placed = form.fields.has('lat') || report.address !== null || report.addressId !== null;
  return placed ? [] : [{ path: 'lat', code: 'location_required' }];
}

function degrees(
  form: RequestForm,
  name: 'lat' | 'long',
  limit: number,
  faults: FieldFault[],
): number | null {
  const given = form.fields.get(name);
  if (given === undefined) return null;
  const value = DEGREES.test(given) ? Number(given) : Number.NaN;
  if (Math.abs(value) <= limit) return value;
  faults.push({ path: name, code: 'number' });
  return null;
}

/** The link is stored and shown but never fetched by us, so it only must be safe to follow. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s"'<>\\]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname !== '';
}

/**
 * The ticket description for staff: the report, each answer with its question, and values without a field of their
 * own.
 */
export function staffText(
  report: Report,
  answers: { question: string; answer: string }[],
  words: { media: string; addressId: string; phone: string },
  unreadablePhone: string | null,
): string {
  const lines = [
    ...answers.map(({ question, answer }) => `${question}: ${answer}`),
    ...(report.addressId ? [`${words.addressId}: ${report.addressId}`] : []),
    ...(unreadablePhone ? [`${words.phone}: ${unreadablePhone}`] : []),
    ...(report.mediaUrl ? [`${words.media}: ${report.mediaUrl}`] : []),
  ];
  return [report.description, lines.join('\n')].filter(Boolean).join('\n\n');
}

/** @param zone of the country. @returns the day, as people there count it */
export const dayIn = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd');
