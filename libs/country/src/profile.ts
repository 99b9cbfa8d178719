import { existsSync, readFileSync } from 'node:fs';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { type CalendarRules, type TimeSpan, type WeekHours } from './domain/calendar/day-plan.js';
import { checkWeek } from './domain/calendar/check-hours.js';
import { WEEKDAYS } from './domain/calendar/days.js';
import type { HolidayRule } from './domain/calendar/holidays.js';

const localized = z.object({ ar: z.string().min(1), en: z.string().min(1) });
const span = z.tuple([z.string(), z.string()]);
const hours = z.partialRecord(z.enum(WEEKDAYS), z.array(span)).superRefine((week, context) => {
  for (const { path, code } of checkWeek(week as WeekHours, 'week'))
    context.addIssue({ code: 'custom', message: `${code} at ${path}` });
});

const named = {
  key: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: localized,
  days: z.number().int().min(1).max(14).optional(),
};
const daysFromIt = z.number().int().min(-100).max(100);
const holiday = z.discriminatedUnion('rule', [
  z.strictObject({ ...named, rule: z.literal('fixed'), date: z.string().regex(/^(0[1-9]|1[0-2])-\d\d$/) }),
  z.strictObject({
    ...named,
    rule: z.literal('hijri'),
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(30),
  }),
  z.strictObject({
    ...named,
    rule: z.literal('easter'),
    church: z.enum(['western', 'orthodox']),
    offset: daysFromIt,
  }),
  z.strictObject({ ...named, rule: z.literal('chinese_new_year'), offset: daysFromIt.optional() }),
]);

const claim = (name: string) =>
  z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'must be the name of a claim, such as phone_number')
    .default(name);
/** Names of claims, or paths to them with dots, such as `person.id`. By default those of OpenID Connect Core. */
const citizenClaims = z.strictObject({
  name: claim('name'),
  identityNumber: claim('national_id'),
  email: claim('email'),
  emailVerified: claim('email_verified'),
  phone: claim('phone_number'),
  phoneVerified: claim('phone_number_verified'),
  language: claim('locale'),
});

/** Whom a short number reaches; `all` stands for police, ambulance and fire together. */
const EMERGENCY_KINDS = [
  'all',
  'police',
  'ambulance',
  'fire',
  'civil_defence',
  'coast_guard',
  'traffic',
  'search_and_rescue',
  'army',
] as const;
const shortCode = z.strictObject({
  number: z.string().regex(/^\d{3,8}$/),
  kind: z.enum([...EMERGENCY_KINDS, 'contact_centre', 'other']).default('other'),
  /** false: to be verified by the owner of the installation before it goes into service */
  verified: z.boolean().default(false),
  /** also in other languages of the country */
  name: localized.catchall(z.string().min(1)),
});

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
  shortCodes: z.array(shortCode),
  holidays: z.array(holiday),
  holidaysInLieu: z.boolean(),
  reopenDays: z.number().int().min(0).max(365),
  callbacks: z
    .object({ attempts: z.number().int().min(1).max(20), retryMinutes: z.number().int().min(1).max(10_080) })
    .default({ attempts: 3, retryMinutes: 30 }),
  citizenClaims: citizenClaims.prefault({}),
});

/**
 * One country, as its file says. Hours are in the first of `zones`; a span that ends no later than it begins ends on the
 * next day. With `holidaysInLieu` a holiday that falls on the weekend is moved to the next working day.
 */
export type CountryProfile = z.infer<typeof schema>;

/** What the identity provider of citizens calls what we read of them. */
export type CitizenClaims = CountryProfile['citizenClaims'];

/** The numbers for somebody in danger, those that the owner has verified first. */
export function emergencyNumbers({
  shortCodes,
}: Pick<CountryProfile, 'shortCodes'>): CountryProfile['shortCodes'] {
  return shortCodes
    .filter(({ kind }) => EMERGENCY_KINDS.some((emergency) => emergency === kind))
    .sort((a, b) => Number(b.verified) - Number(a.verified));
}

/** The default calendar of a country from its profile, without announcements. */
export function countryCalendar(country: CountryProfile): CalendarRules {
  return {
    hours: country.workingHours as Record<string, TimeSpan[]>,
    ramadanHours: country.ramadanHours as Record<string, TimeSpan[]>,
    weekend: country.weekend,
    holidays: country.holidays as HolidayRule[],
    inLieu: country.holidaysInLieu,
    hijriMonths: [],
    specialDays: [],
  };
}

/** Token under which the country profile is provided to Nest. */
export const COUNTRY_PROFILE = Symbol('COUNTRY_PROFILE');

/**
 * Reads a country profile: a built-in code (`bh`), or a path to a JSON file of the same form.
 * @throws Error with one line that says what to change
 */
export function readCountryProfile(codeOrPath: string): CountryProfile {
  const builtIn = new URL(`./profiles/${codeOrPath.toLowerCase()}.json`, import.meta.url);
  const file = /^[a-z]{2}$/i.test(codeOrPath) && existsSync(builtIn) ? builtIn : codeOrPath;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(
      `Setting COUNTRY is wrong (it is "${codeOrPath}"): neither a built-in country (bh, ps, lb, bn) nor a readable JSON file: ${(error as Error).message}`,
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
