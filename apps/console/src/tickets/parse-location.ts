import type { NewTicket } from '../api/types.js';

type Place = NonNullable<NewTicket['location']>;

const DEGREES = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,،;]?\s+(-?\d{1,3}(?:\.\d+)?)\s*$/;

/**
 * A location as given on the telephone: an address, or latitude and longitude copied from a map. Undefined for an empty
 * text.
 */
export function parseLocation(text: string): Place | undefined {
  const said = text.trim();
  if (said === '') return undefined;
  const western = said
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/٫/g, '.')
    .replace(/[,،;]/g, ' ');
  const [, first, second] = DEGREES.exec(western) ?? [];
  const [lat, long] = [Number(first), Number(second)];
  const isPoint = first !== undefined && second !== undefined && Math.abs(lat) <= 90 && Math.abs(long) <= 180;
  return isPoint ? { lat, long } : { address: said };
}
