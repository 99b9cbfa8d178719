import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { ManagedSystem } from '../simulate/managed-system.js';
import type { Random } from '../simulate/random.js';
import { Dovecot } from '../support/dovecot.js';
import type { ScenarioContext, Scenario } from './scenario.js';
import { waitUntil } from './wait-until.js';

const COLLECTED_MS = 240_000;
/** A process that keeps crashing is restarted with growing delays. */
const RETURNS_MS = 120_000;
const REPLIES = 0.2;

interface Mail {
  id: string;
  raw: string;
  /** the number of the mail that it answers */
  answers: number | null;
}

/** Mail of several people; some are replies to the same person's earlier mail. */
function mailbox(many: number, random: Random): Mail[] {
  const mails: Mail[] = [];
  for (let n = 0; n < many; n++) {
    const begun = mails.flatMap((mail, at) => (mail.answers === null ? [at] : []));
    const answers = begun.length > 0 && random.chance(REPLIES) ? random.pick(begun) : null;
    const id = `<collected-${n}@home.example>`;
    const lines = [
      `From: Person ${answers ?? n} <p${answers ?? n}@home.example>`,
      'To: general@contact.example',
      `Subject: ${answers === null ? `Matter ${n}` : `Re: Matter ${answers}`}`,
      `Message-ID: ${id}`,
      ...(answers === null ? [] : [`In-Reply-To: ${mails[answers]!.id}`]),
      '',
      `Text ${n}`,
      '',
    ];
    mails.push({ id, raw: lines.join('\r\n'), answers });
  }
  return mails;
}

async function run(circumstances: ScenarioContext): Promise<string[]> {
  const program = dovecotOnPath();
  if (!program) {
    if (process.env.REQUIRE_ALL === '1') return ['Dovecot is not installed'];
    circumstances.say('  Dovecot is not installed: left out');
    return [];
  }
  const { random, short, say, database, redisUrl } = circumstances;
  const mails = mailbox(short ? 60 : 500, random);
  const dovecot = await Dovecot.start(program);
  const system = new ManagedSystem({
    programs: ['worker'],
    database,
    redisUrl,
    env: { IMAP_URL: dovecot.url() },
    say: (line) => say(`  ${line}`),
  });
  let wrong: string[] = ['it did not come to an end'];
  try {
    await fill(dovecot, mails);
    await system.start();
    const client = new pg.Client({ connectionString: system.databaseUrl });
    await client.connect();
    try {
      await killWhileItCollects(system, client, mails.length, short ? 2 : 10, random, say);
      wrong = await check(client, dovecot, mails);
    } finally {
      await client.end();
    }
    return wrong;
  } finally {
    await (wrong.length === 0 ? system.discard() : system.stop());
    await dovecot.stop();
  }
}

async function fill(dovecot: Dovecot, mails: Mail[]): Promise<void> {
  const reader = await dovecot.open();
  for (const { raw } of mails) await reader.append('INBOX', raw);
  await reader.logout();
}

const collected = async (client: pg.Client): Promise<number> =>
  (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM inbound_mail')).rows[0]!.n;

/** Kills the worker at seeded random moments of the collection. */
async function killWhileItCollects(
  system: ManagedSystem,
  client: pg.Client,
  many: number,
  times: number,
  random: Random,
  say: ScenarioContext['say'],
): Promise<void> {
  const moments = Array.from({ length: times }, () => Math.floor(random.between(1, many - 1)));
  for (const moment of moments.sort((a, b) => a - b)) {
    await waitUntil(COLLECTED_MS, `mail ${moment}`, async () => (await collected(client)) >= moment);
    const back = system.returned('worker', system.returnsOf('worker') + 1, RETURNS_MS);
    say(`  the worker is killed with ${await collected(client)} of ${many} mails collected`);
    system.kill('worker');
    await back;
  }
  await waitUntil(COLLECTED_MS, 'all mail', async () => (await collected(client)) >= many);
}

async function check(client: pg.Client, dovecot: Dovecot, mails: Mail[]): Promise<string[]> {
  const one = async (statement: string) =>
    (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${statement}`)).rows[0]!.n;
  const expected = mails.filter(({ answers }) => answers === null).length;
  const facts: [string, number, number][] = [
    ['mails accepted', await one(`inbound_mail WHERE state = 'accepted'`), mails.length],
    ['tickets', await one('ticket'), expected],
    [
      'answers on their tickets',
      await one(`message WHERE kind = 'requester_message'`),
      mails.length - expected,
    ],
    ['mails on a ticket', await one('mail_thread m JOIN inbound_mail USING (message_id)'), mails.length],
    [
      'tickets with their own words',
      await one(`(SELECT DISTINCT description FROM ticket WHERE description LIKE 'Text %') AS d`),
      expected,
    ],
  ];
  const wrong = facts.flatMap(([what, found, wanted]) =>
    found === wanted ? [] : [`${what}: ${found} instead of ${wanted}`],
  );
  return [...wrong, ...(await unmarked(dovecot))];
}

async function unmarked(dovecot: Dovecot): Promise<string[]> {
  const reader = await dovecot.open();
  try {
    await reader.mailboxOpen('INBOX');
    let left: number[] = [];
    await waitUntil(30_000, 'every mail to be marked as read', async () => {
      left = (await reader.search({ seen: false })) || [];
      return left.length === 0;
    }).catch(() => undefined);
    return left.length === 0 ? [] : [`${left.length} mails are not marked as read`];
  } finally {
    await reader.logout();
  }
}

function dovecotOnPath(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/sbin'];
  return folders
    .map((folder) => join(folder, 'dovecot'))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export const COLLECT: Scenario = {
  name: 'collect-mail',
  about: 'kill -9 of the worker at random moments while it collects a mailbox',
  run,
};
