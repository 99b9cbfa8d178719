import { formatTicketNumber, parseTicketNumber, type Point } from '#wasl/tickets';
import type { Draft } from './draft.js';

/** About one metre; more digits would exceed the precision of devices. */
const DECIMALS = 5;
/** Visitors who declined so many reports are not asked again. */
const MAX_REPORTS_OFFERED = 20;

/** @returns null when the fields are empty or not a valid point */
export function parsePoint({ lat, long }: Pick<Draft, 'lat' | 'long'>): Point | null {
  const [north, east] = [degrees(lat, 90), degrees(long, 180)];
  return north === null || east === null ? null : { lat: north, long: east };
}

function degrees(text: string, most: number): number | null {
  const value = /^-?\d{1,3}(?:\.\d{1,20})?$/.test(text.trim()) ? Number(text) : NaN;
  return Math.abs(value) <= most ? Number(value.toFixed(DECIMALS)) : null;
}

export const formatPoint = ({ lat, long }: Point) => `${lat.toFixed(DECIMALS)}, ${long.toFixed(DECIMALS)}`;

/** Formatted numbers of the reports that were already offered. */
export const reportsAlreadyOffered = ({ seen }: Pick<Draft, 'seen'>): string[] =>
  seen
    .split(',')
    .map((text) => parseTicketNumber(text))
    .filter((number) => number !== null)
    .slice(0, MAX_REPORTS_OFFERED)
    .map(formatTicketNumber);

/** @param offered as submitted by the page */
export const withReportsOffered = (draft: Draft, offered: string[]): Draft => ({
  ...draft,
  seen: [...new Set([...reportsAlreadyOffered({ seen: offered.join(',') }), ...reportsAlreadyOffered(draft)])]
    .slice(0, MAX_REPORTS_OFFERED)
    .join(','),
});
