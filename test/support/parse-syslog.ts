/** Parses a message strictly by the grammar of RFC 5424, section 6. @throws Error when it is invalid */
export function parseSyslog(text: string) {
  const head =
    /^<(\d{1,3})>1 (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)) ([!-~]{1,255}) ([!-~]{1,48}) ([!-~]{1,128}) ([!-~]{1,32}) /;
  const match = head.exec(text);
  if (!match) throw new Error(`no header: ${text.slice(0, 80)}`);
  const priority = Number(match[1]);
  if (priority > 191 || String(priority) !== match[1]) throw new Error('no priority');
  const rest = text.slice(match[0].length);
  const element = /^\[([!#-<>-\\^-~]{1,32})((?: [!#-<>-\\^-~]{1,32}="(?:[^"\\\]]|\\["\\\]])*")*)\]/u.exec(
    rest,
  );
  if (!element) throw new Error(`no structured data: ${rest.slice(0, 80)}`);
  const data: Record<string, string> = {};
  for (const [, key, value] of element[2]!.matchAll(/ ([^ =]+)="((?:[^"\\\]]|\\["\\\]])*)"/gu)) {
    if (key! in data) throw new Error(`${key} twice`);
    data[key!] = value!.replace(/\\(["\\\]])/g, '$1');
  }
  const message = rest.slice(element[0].length);
  if (!message.startsWith(' \ufeff')) throw new Error('the message does not begin with a BOM');
  return {
    priority,
    at: match[2]!,
    hostname: match[3]!,
    app: match[4]!,
    messageId: match[6]!,
    data,
    message: message.slice(2),
  };
}
