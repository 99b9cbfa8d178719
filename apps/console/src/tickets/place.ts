import type { NewTicket } from '../api/types.js';

type Place = NonNullable<NewTicket['location']>;

const DEGREES = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,،;]?\s+(-?\d{1,3}(?:\.\d+)?)\s*$/;

/**
 * A place as people give it on the telephone: in words, or as latitude and longitude copied from a map. Undefined when
 * nothing was said.
 */
export function placeOf(text: string): Place | undefined {
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
