// For: what differs from country to country, read from one JSON file each: telephone, time, weekend, hours, languages.
// Begin reading at: profile.ts, then profiles/bh.json.
// Calendars: domain/calendar/business-time.ts.
// Never: refers to a country by name in code; a new country is a new file.
export * from './profile.js';
export * from './country.module.js';
export * from './domain/caller-number.js';
export * from './domain/phone-number.js';
export * from './domain/identity-number.js';
export * from './domain/local-day.js';
export * from './domain/calendar/check-hours.js';
export * from './domain/calendar/day-plan.js';
export * from './domain/calendar/days.js';
export * from './domain/calendar/hijri.js';
export * from './domain/calendar/holidays.js';
export * from './domain/calendar/business-time.js';
export * from './domain/calendar/zone-clock.js';
export * from './opening-hours.js';
