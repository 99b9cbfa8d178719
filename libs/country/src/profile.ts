import { existsSync, readFileSync } from 'node:fs';
import { IANAZone } from 'luxon';
import { z } from 'zod';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const localized = z.object({ ar: z.string().min(1), en: z.string().min(1) });
const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);
const span = z.tuple([time, time]).refine(([from, to]) => from < to, 'must end after it begins');
const hours = z.partialRecord(z.enum(WEEKDAYS), z.array(span).min(1));

const schema = z.strictObject({
  code: z.string().regex(/^[a-z]{2}$/),
  name: localized,
  callingCode: z.string().regex(/^\d{1,3}$/),
  nationalLengths: z.array(z.number().int()).min(1),
  zones: z.array(z.string().refine((name) => IANAZone.isValidZone(name), 'is not a known time zone')).min(1),
  weekend: z.array(z.enum(WEEKDAYS)),
  workingHours: hours,
  ramadanHours: hours,
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  latinDigits: z.boolean(),
  identityNumber: z.object({ pattern: z.string(), check: z.string().optional(), name: localized }),
  shortCodes: z.array(z.object({ number: z.string().regex(/^\d{3,8}$/), name: localized })),
  fixedHolidays: z.array(z.object({ date: z.string().regex(/^\d\d-\d\d$/), name: localized })),
  reopenDays: z.number().int().min(0).max(365),
});

/** One country, as its file says. Hours are in the first of `zones`; `fixedHolidays` are month-day. */
export type CountryProfile = z.infer<typeof schema>;

/** Token under which the country profile is provided to Nest. */
export const COUNTRY_PROFILE = Symbol('COUNTRY_PROFILE');

/**
 * Reads a country profile: a code that we ship (`bh`), or a path to a JSON file of the same form.
 * @throws Error with one line that says what to change
 */
export function readCountryProfile(codeOrPath: string): CountryProfile {
  const shipped = new URL(`./profiles/${codeOrPath.toLowerCase()}.json`, import.meta.url);
  const file = /^[a-z]{2}$/i.test(codeOrPath) && existsSync(shipped) ? shipped : codeOrPath;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(
      `Setting COUNTRY is wrong (it is "${codeOrPath}"): neither a country we ship (bh, ps, lb, bn) nor a readable JSON file: ${(error as Error).message}`,
      { cause: error },
    );
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new Error(
    `The country profile "${codeOrPath}" is wrong at ${issue.path.join('.')}: ${issue.message}`,
  );
}
