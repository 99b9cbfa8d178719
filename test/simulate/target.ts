import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A running system: its addresses and credentials. */
export interface Target {
  api: string;
  portal: string;
  host: string;
  smtpPort: number;
  mailDomain: string;
  ctiToken: string;
  password: string;
  /** folder where it writes outgoing mail; undefined when it is not accessible */
  outgoingMail?: string;
}

/** An error of a tool's user, in one line that says what to do. */
export class ToolError extends Error {
  override name = 'ToolError';
}

/** The system that `npm start` runs with the same settings. */
export function targetFrom(env: NodeJS.ProcessEnv): Target {
  const host = !env.HOST || env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST;
  const dataDir = resolve(env.DATA_DIR || '.data');
  const outgoingMail = join(dataDir, 'outgoing-mail');
  return {
    api: `http://${host}:${env.PORT || 3000}`,
    portal: `http://${host}:${env.PORTAL_PORT || 3001}`,
    host,
    smtpPort: Number(env.SMTP_IN_PORT || 2525),
    mailDomain: env.MAIL_DOMAIN || 'contact.example',
    ctiToken: env.CTI_TOKEN || savedSecret(dataDir, 'cti-token', 'CTI_TOKEN'),
    password: env.DEMO_PASSWORD || savedSecret(dataDir, 'demo-password', 'DEMO_PASSWORD'),
    outgoingMail: env.SMTP_OUT_URL ? undefined : outgoingMail,
  };
}

function savedSecret(dataDir: string, name: string, setting: string): string {
  const file = join(dataDir, name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new ToolError(
    `No ${setting}: start the system with npm start in another shell (or use --start), with the same DATA_DIR, or set ${setting}`,
  );
}

/** @throws ToolError when nothing answers, or it is not ready */
export async function requireRunning({ api, portal }: Target): Promise<void> {
  for (const [name, url] of Object.entries({ api, portal })) {
    const status = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      (answer) => answer.status,
      () => undefined,
    );
    const what = status === undefined ? 'does not answer' : status === 200 ? undefined : 'is not ready';
    if (what) {
      throw new ToolError(
        `The ${name} ${what} at ${url}; run npm start in another shell, set PORT and PORTAL_PORT, or use --start`,
      );
    }
  }
}
