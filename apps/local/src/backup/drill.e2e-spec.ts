import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { waitFor } from '#wasl/testing';
import { Client } from '../../../../test/support/client.js';

const FOLDER = join(import.meta.dirname, '../..');
const WITHIN_MS = 120_000;
const CONTENT = 'minutes of the council, page 1';
const PASSWORD = 'a password of the drill';

interface Run {
  process: ChildProcess;
  said(): string;
  /** the exit code */
  ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** `npm start`, `npm run backup` and so on, without npm. */
function run(script: string, args: string[], env: Record<string, string>): Run {
  const { DATABASE_URL: _url, NODE_OPTIONS: _options, npm_lifecycle_event: _npm, ...rest } = process.env;
  const child = spawn(process.execPath, [join(FOLDER, script), ...args], {
    env: { ...rest, PORT: '0', PORTAL_PORT: '0', SMTP_IN_PORT: '0', ...env },
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { process: child, said: () => said, ended };
}

async function start(dataDir: string): Promise<Run & { api: string; smtp: number }> {
  const system = run('start.mjs', [], { DATA_DIR: dataDir, DEMO_PASSWORD: PASSWORD });
  const [, api] = await waitFor(
    () => {
      if (system.process.exitCode !== null) throw new Error(system.said());
      return /^ready (\S+)/m.exec(system.said());
    },
    { within: WITHIN_MS, what: 'the line ready' },
  );
  const smtp = await waitFor(() => /SMTP on port (\d+)/.exec(system.said())?.[1], {
    within: WITHIN_MS,
    what: 'the port of mail',
  });
  return { ...system, api: api!, smtp: Number(smtp) };
}

async function stop(system: Run): Promise<void> {
  system.process.kill('SIGTERM');
  await system.ended;
}

describe('a restore drill on real processes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wasl-drill-'));
  const [first, second, place] = ['first', 'second', 'backups'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  /** what was acknowledged: ticket numbers, with the reply to each that was acknowledged, too */
  const acknowledged = new Map<string, string | undefined>();
  let system: Awaited<ReturnType<typeof start>>;
  let agent: Client;
  let before: string[];
  let attachment: string;

  async function contact(n: number): Promise<void> {
    const body = {
      subject: `Contact ${n}`,
      description: 'The pipe is broken',
      language: 'en',
      queue: 'general',
      requester: { name: `Person ${n}`, email: `person${n}@home.example` },
    };
    const opened = await agent.post('/api/v1/tickets', body);
    if (opened.status !== 201) throw new Error(`opening answered ${opened.status}`);
    const number = String(opened.body.number);
    acknowledged.set(number, undefined);
    const text = `reply to contact ${n}`;
    const replied = await agent.post(`/api/v1/tickets/${number}/messages`, {
      kind: 'public_reply',
      body: text,
    });
    if (replied.status === 201) acknowledged.set(number, text);
  }
  const sendMail = async (smtp: number, subject: string) => {
    const transport = createTransport({ host: '127.0.0.1', port: smtp, tls: { rejectUnauthorized: false } });
    await transport.sendMail({
      from: 'sender@home.example',
      to: 'general@contact.example',
      subject,
      text: 'See the file',
      attachments: [{ filename: 'minutes.txt', content: CONTENT }],
    });
    transport.close();
  };
  const mailTicket = async (client: Client, subject: string) => {
    const { status, body } = await client.get('/api/v1/tickets');
    if (status !== 200) throw new Error(`the list answered ${status}`);
    return (body.data as { number: string; subject: string }[]).find((ticket) => ticket.subject === subject);
  };

  beforeAll(async () => {
    system = await start(first);
    agent = await Client.signIn(system.api, 'agent1@demo.example', PASSWORD);
    await sendMail(system.smtp, 'Minutes');
    for (let n = 0; n < 5; n++) await contact(n);
    const ticket = await waitFor(() => mailTicket(agent, 'Minutes'), {
      within: WITHIN_MS,
      what: 'the ticket of the mail',
    });
    const { body } = await agent.get(`/api/v1/tickets/${ticket.number}/messages`);
    attachment = (body.openingAttachments as { id: string }[])[0]!.id;
  }, 2 * WITHIN_MS);
  afterAll(async () => {
    for (const child of running) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'backs up while contacts arrive, and verifies by itself',
    async () => {
      before = [...acknowledged.keys()];
      const backup = run('run-tool.mjs', ['backup', '--to', place], { DATA_DIR: first });
      let isRunning = true;
      const code = backup.ended.finally(() => (isRunning = false));
      for (let n = 100; isRunning; n++) await contact(n);
      expect([await code, backup.said()]).toEqual([0, expect.stringContaining('verified  in')]);
      expect(acknowledged.size).toBeGreaterThan(before.length);
      await stop(system);
    },
    2 * WITHIN_MS,
  );

  it(
    'restores into another folder, which starts with everything that was acknowledged before',
    async () => {
      const refused = run('run-tool.mjs', ['restore', '--from', place], { DATA_DIR: second });
      expect([await refused.ended, refused.said()]).toEqual([
        1,
        expect.stringMatching(/^Give the SECRET_KEY/),
      ]);
      const env = { DATA_DIR: second, SECRET_KEY_FILE: join(first, 'secret-key') };
      const restored = run('run-tool.mjs', ['restore', '--from', place], env);
      expect([await restored.ended, restored.said()]).toEqual([
        0,
        expect.stringContaining('chain and its seal hold'),
      ]);
      const again = run('run-tool.mjs', ['restore', '--from', place], env);
      expect([await again.ended, again.said()]).toEqual([
        1,
        expect.stringMatching(/is not empty.*--replace/),
      ]);

      system = await start(second);
      agent = await Client.signIn(system.api, 'agent1@demo.example', PASSWORD);
      let found = 0;
      for (const [number, reply] of acknowledged) {
        const { status } = await agent.get(`/api/v1/tickets/${number}`);
        if (!before.includes(number) && status === 404) continue;
        expect([number, status]).toEqual([number, 200]);
        const { body } = await agent.get(`/api/v1/tickets/${number}/messages`);
        const bodies = (body.data as { body: string }[]).map((message) => message.body);
        if (before.includes(number)) expect(bodies).toEqual([reply]);
        found += 1;
      }
      expect(found).toBeGreaterThanOrEqual(before.length);
      const file = await fetch(`${system.api}/api/v1/attachments/${attachment}`, {
        headers: { cookie: agent.cookie! },
      });
      expect([file.status, await file.text()]).toEqual([200, CONTENT]);
    },
    3 * WITHIN_MS,
  );

  it(
    'goes on with numbers that nobody was given before',
    async () => {
      const given = new Set(acknowledged.keys());
      const size = given.size;
      for (let n = 200; n < 205; n++) await contact(n);
      expect(acknowledged.size).toBe(size + 5);
      await sendMail(system.smtp, 'Minutes of another day');
      await waitFor(() => mailTicket(agent, 'Minutes of another day'), {
        within: WITHIN_MS,
        what: 'the ticket of a mail after the restore',
      });
      const admin = await Client.signIn(system.api, 'auditor@demo.example', PASSWORD);
      const trail = await admin.get('/api/v1/admin/audit/verify');
      expect(trail.body).toMatchObject({ intact: true });
    },
    WITHIN_MS,
  );
});
