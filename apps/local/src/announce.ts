export interface Announcement {
  api: string;
  portal: string;
  smtpPort: number;
  mailDomain: string;
  ctiToken: string;
  /** Only when the demo organisation is there. */
  demoPassword?: string;
  logs: string;
}

/** What a user needs to start. The first line is also read by programs: nothing else begins with `ready `. */
export function announce(what: Announcement): string {
  const lines = [`ready ${what.api} ${what.portal}`];
  if (what.demoPassword) {
    lines.push(
      '  sign in   admin@demo.example, supervisor@demo.example, agent1@demo.example … agent8@demo.example',
      '            officer1@demo.example, officer2@demo.example (of an entity), auditor@demo.example',
      `  password  ${what.demoPassword}`,
    );
  }
  lines.push(
    `  mail      to general@${what.mailDomain}, by SMTP on port ${what.smtpPort}`,
    `  phone     ${what.api}/api/v1/cti/${what.ctiToken}`,
    `  logs      ${what.logs}`,
    '  Ctrl-C stops everything',
  );
  return `${lines.join('\n')}\n`;
}
