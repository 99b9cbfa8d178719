import { startBenchSystem, withDatabase } from './bench-system.js';
import { cpuByProgram } from './cpu.js';
import { measureWriteBaseline } from './write-baseline.js';
import { assertResult, printLine, percentile } from './report.js';
import { SmtpClient } from './smtp-client.js';

const CONNECTIONS = 16;
const SECONDS = 15;
/** New processes spend much of their time compiling (JIT), so they are warmed up first. */
const WARM_SECONDS = 25;

/** Mail over SMTP to a stored ticket, while acknowledgements are being sent. */
export async function benchMail(): Promise<void> {
  const system = await startBenchSystem();
  try {
    const floor = await measureWriteBaseline(system.databaseUrl, CONNECTIONS, 8);
    await sendMails(system.smtpPort, WARM_SECONDS, 'warm');
    const before = await count(system.databaseUrl);
    const cpu = cpuByProgram();
    const { accepted, refused, times, seconds } = await sendMails(system.smtpPort, SECONDS, 'load');
    const cpuEach = cpu(accepted);
    const stored = (await count(system.databaseUrl)) - before;
    assertResult(refused === 0, `${refused} mails were refused`);
    assertResult(stored === accepted, `${accepted} acknowledged, ${stored} stored`);
    printLine('reference', { 'floor at 16 (transactions/s)': floor });
    printLine(`mail to a stored ticket, ${CONNECTIONS} connections, ${SECONDS} s`, {
      'mails/s': accepted / seconds,
      'to reach': 300,
      'ratio to the floor': accepted / seconds / floor,
      'p50 ms': percentile(times, 0.5),
      'p99 ms': percentile(times, 0.99),
      'CPU ms each': cpuEach,
    });
  } finally {
    await system.stop();
  }
}

/** @param run part of each Message-ID: of two runs on one system each has its own */
export async function sendMails(port: number, seconds: number, run: string) {
  const start = performance.now();
  const until = start + seconds * 1000;
  const times: number[] = [];
  let refused = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      const client = await SmtpClient.open(port);
      for (let n = 0; performance.now() < until; n++) {
        const from = `person${connection}-${n % 300}@example.com`;
        const began = performance.now();
        const code = await client.send(
          from,
          'general@contact.example',
          mail(from, `${run}-${connection}-${n}`),
        );
        times.push(performance.now() - began);
        if (code !== '250') refused++;
      }
      client.close();
    }),
  );
  return { accepted: times.length - refused, refused, times, seconds: (performance.now() - start) / 1000 };
}

function mail(from: string, id: string): string {
  return [
    `From: "Person" <${from}>`,
    'To: general@contact.example',
    'Subject: =?utf-8?B?2KXZhtin2LHYqSDYp9mE2LTYp9ix2Lk=?=',
    `Message-ID: <${id}@bench.example>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The light in front of house 12, road 345 has been out for a week.\r\n'.repeat(8),
  ].join('\r\n');
}

function count(url: string): Promise<number> {
  return withDatabase(url, async (client) => {
    const { rows } = await client.query<{ n: string }>(
      `SELECT count(*) AS n FROM ticket WHERE channel = 'email'`,
    );
    return Number(rows[0]!.n);
  });
}
