import { readFileSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createSocket } from 'node:dgram';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditStream, VerifyTrail } from '#wasl/audit';
import { UnitOfWork } from '#wasl/platform';
import { runAsOwner, waitFor } from '#wasl/testing';
import { parseSyslog } from '../support/parse-syslog.js';
import { startSystem, type TestSystem } from '../support/system.js';

const certificate = (name: string) => join(import.meta.dirname, 'certificates', name);

/** A syslog receiver with octet counting that stores complete messages and can be killed. */
class FakeReceiver {
  readonly received: ReturnType<typeof parseSyslog>[] = [];
  /** stops reading and cuts the connection after this many more messages */
  diesAfter = Infinity;
  private server?: Server;
  private readonly sockets = new Set<Socket>();
  /** the connections below, which are the same without TLS */
  private readonly connections = new Map<number, Socket>();
  port = 0;

  constructor(private readonly tls: boolean) {}

  async start(): Promise<void> {
    const take = (socket: Socket) => this.take(socket);
    this.server = this.tls
      ? createTlsServer(
          {
            key: readFileSync(certificate('localhost.key')),
            cert: readFileSync(certificate('localhost.pem')),
          },
          take,
        )
      : createServer(take);
    this.server.on('connection', (socket: Socket) => this.connections.set(socket.remotePort!, socket));
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  kill(): Promise<void> {
    for (const socket of this.sockets) socket.resetAndDestroy();
    return new Promise((resolve) => this.server!.close(() => resolve()));
  }

  get entries(): number[] {
    return this.received
      .filter(({ messageId }) => !messageId.startsWith('audit.'))
      .map(({ data }) => Number(data.seq));
  }

  private take(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    let held = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      held = Buffer.concat([held, chunk]);
      for (;;) {
        const space = held.indexOf(' ');
        if (space < 0) return;
        const count = held.subarray(0, space).toString();
        if (!/^[1-9]\d*$/.test(count)) throw new Error(`no frame: ${count}`);
        const end = space + 1 + Number(count);
        if (held.length < end) return;
        // The system of a process that dies with unread data sends a reset.
        if (this.diesAfter-- <= 0) return void this.connections.get(socket.remotePort!)!.resetAndDestroy();
        this.received.push(parseSyslog(held.subarray(space + 1, end).toString()));
        held = held.subarray(end);
      }
    });
  }
}

describe('streaming the audit trail', () => {
  let system: TestSystem;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wasl-audit-'));
    system = await startSystem({ root: { role: 'administrator' } }, { worker: true });
  });
  afterAll(async () => {
    await system.stop();
    await rm(folder, { recursive: true });
  });

  const streamTo = (settings: object) =>
    new AuditStream(
      system.database,
      { now: () => new Date() },
      system.api.get(VerifyTrail, { strict: false }),
      { ...system.settings, ...settings },
    );

  async function note(count: number): Promise<number> {
    await system.api.get(UnitOfWork).run(async (tx) => {
      for (let n = 0; n < count; n++)
        tx.emit('audit.noted', {
          actorId: null,
          action: 'session.failed',
          targetKind: 'user',
          targetId: `somebody ${n}`,
          detail: { browser: 'x"]\n<13>1 - forged - - - - \u0001\u2028', n },
        });
    });
    await system.waitUntilIdle();
    const [head] = await system.database.query<{ seq: string }>('SELECT seq FROM audit_head');
    return Number(head!.seq);
  }
  const numbers = (last: number) => Array.from({ length: last }, (_, n) => n + 1);
  /** Waits until the retry delay for the receiver is over. */
  const again = async (stream: AuditStream) => {
    await system.database.query(`UPDATE audit_receiver SET next_at = '-infinity'`);
    await stream.run();
  };

  it.each(['tcp', 'tls'])(
    'delivers to a receiver by %s in order and without gaps, however often it crashes',
    async (by) => {
      const receiver = new FakeReceiver(by === 'tls');
      await receiver.start();
      const stream = streamTo({
        AUDIT_SYSLOG_URL: `${by}://localhost:${receiver.port}`,
        AUDIT_SYSLOG_CA_FILE: certificate('localhost.pem'),
      });
      const first = await note(5);
      await stream.run();
      expect(receiver.entries).toEqual(numbers(first));
      expect(receiver.received.at(-1)).toMatchObject({
        messageId: 'audit.head',
        data: { seq: String(first) },
      });

      // The receiver dies in the middle of a batch, is down for a while, and comes back.
      receiver.diesAfter = 3;
      await note(20);
      await stream.run();
      expect(receiver.entries.length).toBe(first + 3);
      await receiver.kill();
      const last = await note(700);
      const before = Date.now();
      await again(stream);
      const [left] = await system.database.query<{ failures: number; seq: string; next: Date }>(
        'SELECT failures, seq, next_at AS next FROM audit_receiver ORDER BY next_at DESC LIMIT 1',
      );
      expect(left).toMatchObject({ failures: 2, seq: String(first) });
      expect(left!.next.getTime()).toBeGreaterThan(before + 1_000);
      // The delay is some seconds, which may be over by now on a busy machine.
      await system.database.query(
        `UPDATE audit_receiver SET next_at = now() + interval '1 hour' WHERE failures = 2`,
      );
      receiver.diesAfter = Infinity;
      await receiver.start();
      await stream.run();
      expect(receiver.entries.length).toBe(first + 3);
      await again(stream);
      // At-least-once delivery: messages before the crash may be repeated.
      const seen = receiver.entries.slice(first);
      expect(seen.slice(0, 3)).toEqual(numbers(first + 3).slice(first));
      expect(seen.slice(3)).toEqual(numbers(last).slice(first));
      await receiver.kill();
    },
  );

  it('refuses a receiver with an untrusted certificate', async () => {
    const receiver = new FakeReceiver(true);
    await receiver.start();
    await note(1);
    await streamTo({ AUDIT_SYSLOG_URL: `tls://localhost:${receiver.port}` }).run();
    expect(receiver.received).toEqual([]);
    await receiver.kill();
  });

  it('sends one message per datagram', async () => {
    const socket = createSocket('udp4');
    const received: ReturnType<typeof parseSyslog>[] = [];
    socket.on('message', (message) => received.push(parseSyslog(message.toString())));
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    await note(1);
    await streamTo({ AUDIT_SYSLOG_URL: `udp://127.0.0.1:${socket.address().port}` }).run();
    await waitFor(() => received.length > 0, { what: 'a datagram' });
    expect(received[0]!.data.seq).toBe('1');
    socket.close();
  });

  it('appends to a file, also after a line truncated by a crash, and includes the head of the trail', async () => {
    const file = join(folder, 'audit.ndjson');
    const stream = streamTo({ AUDIT_FILE: file });
    const last = await note(1);
    await stream.run();
    await appendFile(file, '{"kind":"entry","se');
    const after = await note(2);
    await stream.run();
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const whole = lines
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as { kind: string; seq: number });
    expect(whole.filter(({ kind }) => kind === 'entry').map(({ seq }) => seq)).toEqual(numbers(after));
    expect(whole.find(({ kind }) => kind === 'head')).toMatchObject({ seq: last, link: expect.any(String) });
    expect(lines.length).toBe(whole.length + 1);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('verifies the whole trail, and streams a detected break', async () => {
    const file = join(folder, 'checked.ndjson');
    const stream = streamTo({ AUDIT_FILE: file });
    expect(await stream.check()).toBe(true);
    await runAsOwner(
      system.settings.DATABASE_URL,
      'ALTER TABLE audit_entry DISABLE TRIGGER USER',
      `UPDATE audit_entry SET target_id = 'another' WHERE seq = 2`,
    );
    expect(await stream.check()).toBe(false);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      kind: 'broken',
      seq: 2,
      fault: 'changed',
    });
  });
});
