import { type KeyStatus, SHORT_LIVED_HOURS } from './rotate-keys.js';

/** The output of the command: a line for each key in SECRET_KEY, and one that says what may be done next. */
export function keyLines({ keys, secrets, newestSince }: KeyStatus, now: Date): string[] {
  const lines = keys.map(({ id, newest, keptKeys }) => {
    const role = newest ? 'newest, signs' : 'earlier, only checks';
    return `key ${id} (${role}): ${keptKeys} kept keys`;
  });
  lines.push(
    `secrets of authenticator apps and webhooks: ${secrets.newest} under the newest key, ${secrets.earlier} under earlier ones` +
      (secrets.lost > 0 ? `, ${secrets.lost} that no key decrypts` : ''),
  );
  const earlier = keys.filter(({ newest }) => !newest);
  if (earlier.length === 0) return lines;
  const ends = newestSince && new Date(newestSince.getTime() + SHORT_LIVED_HOURS * 3_600_000);
  if (secrets.earlier > 0 || earlier.some(({ keptKeys }) => keptKeys > 0))
    lines.push('The earlier keys are still needed: run npm run rotate-keys');
  else if (ends && ends > now)
    lines.push(
      `Nothing stored needs the earlier keys; forms and cookies signed with them are good until ${ends.toISOString()}, ` +
        'and end at once if the keys are taken out before',
    );
  else lines.push('Nothing needs the earlier keys: take them out of SECRET_KEY and start anew');
  return lines;
}
