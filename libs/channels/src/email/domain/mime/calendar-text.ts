const FIELDS = ['SUMMARY', 'DTSTART', 'DTEND', 'LOCATION', 'ORGANIZER', 'DESCRIPTION'];
const MAX_LINES = 5_000;

/** The text of an invitation (iCalendar, RFC 5545), for a mail without any other text. */
export function calendarText(ics: string): string {
  const lines = ics.replace(/\r?\n[ \t]/g, '').split(/\r?\n/, MAX_LINES);
  const begin = lines.findIndex((line) => /^BEGIN:V(?:EVENT|TODO)\s*$/i.test(line));
  const found = new Map<string, string>();
  for (const line of begin < 0 ? lines : lines.slice(begin + 1)) {
    if (/^END:V(?:EVENT|TODO)/i.test(line)) break;
    const match = /^([A-Z]{1,20})((?:;[^;:"]{0,200}|"[^"]{0,200}")*):(.*)$/i.exec(line);
    const name = match?.[1]!.toUpperCase();
    if (name && FIELDS.includes(name) && !found.has(name))
      found.set(name, readable(name, match![2]!, match![3]!));
  }
  return FIELDS.flatMap((name) => found.get(name) || []).join('\n');
}

function readable(name: string, parameters: string, value: string): string {
  const text = value
    .replace(/\\n/gi, '\n')
    .replace(/\\([\\;,])/g, '$1')
    .trim();
  if (name === 'ORGANIZER') return text.replace(/^mailto:/i, '');
  const time = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(text);
  if (!time) return text;
  const [, year, month, day, hour, minute, utc] = time;
  const zone = utc ? ' UTC' : (/TZID="?([^;:"]{1,60})/i.exec(parameters)?.[1] ?? '');
  return `${year}-${month}-${day}${hour ? ` ${hour}:${minute}` : ''} ${zone}`.replace(/\s+/g, ' ').trim();
}
