import { formatTicketNumber, parseTicketNumber, type Point } from '#wasl/tickets';
import type { Draft } from './draft.js';

/** A step on the ground; more digits would only say how sure a device believes to be. */
const DECIMALS = 5;
/** Whoever has seen so many was asked often enough. */
const MOST_SEEN = 20;

/** @returns null when there is none, or what came cannot be one */
export function pointOf({ lat, long }: Pick<Draft, 'lat' | 'long'>): Point | null {
  const [north, east] = [degrees(lat, 90), degrees(long, 180)];
  return north === null || east === null ? null : { lat: north, long: east };
}

function degrees(text: string, most: number): number | null {
  const value = /^-?\d{1,3}(?:\.\d{1,20})?$/.test(text.trim()) ? Number(text) : NaN;
  return Math.abs(value) <= most ? Number(value.toFixed(DECIMALS)) : null;
}

export const pointText = ({ lat, long }: Point) => `${lat.toFixed(DECIMALS)}, ${long.toFixed(DECIMALS)}`;

/** The reports that were offered before, grouped numbers. */
export const seenOf = ({ seen }: Pick<Draft, 'seen'>): string[] =>
  seen
    .split(',')
    .map((text) => parseTicketNumber(text))
    .filter((number) => number !== null)
    .slice(0, MOST_SEEN)
    .map(formatTicketNumber);

/** @param offered as they came back from the page */
export const withSeen = (draft: Draft, offered: string[]): Draft => ({
  ...draft,
  seen: [...new Set([...seenOf({ seen: offered.join(',') }), ...seenOf(draft)])]
    .slice(0, MOST_SEEN)
    .join(','),
});
