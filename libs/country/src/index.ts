// For: what differs from country to country, read from one JSON file each: telephone, time, weekend, hours, languages.
// Begin reading at: profile.ts, then profiles/bh.json.
// Never: has a country's name in code; a new country is a new file.
export * from './profile.js';
export * from './country.module.js';
export * from './domain/phone-number.js';
export * from './domain/local-day.js';
