import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { open, readFile } from 'node:fs/promises';
import { connect as connectTcp, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { connect as connectTls } from 'node:tls';
import type { RuntimeSettings } from '#wasl/platform';
import { type AuditRecord, recordLine } from '../domain/audit-record.js';
import { frameMessage, syslogMessage } from '../domain/syslog-message.js';

/** An external receiver of the audit trail. */
export interface Receiver {
  /** key of its stored position in the trail */
  name: string;
  /** @throws when delivery is not confirmed; the whole batch is then sent again */
  write(records: AuditRecord[]): Promise<void>;
}

const TIMEOUT_MS = 10_000;
const CLOSE_DELAY_MS = 250;

export function receiversOf(settings: RuntimeSettings): Receiver[] {
  const { AUDIT_FILE, AUDIT_SYSLOG_URL, AUDIT_SYSLOG_CA_FILE } = settings;
  return [
    ...(AUDIT_FILE ? [toFile(AUDIT_FILE)] : []),
    ...(AUDIT_SYSLOG_URL ? [toSyslog(new URL(AUDIT_SYSLOG_URL), AUDIT_SYSLOG_CA_FILE)] : []),
  ];
}

const nameOf = (kind: string, address: string) =>
  `${kind}:${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;

/** Appends to a file and syncs it to disk before the batch counts as delivered. */
function toFile(path: string): Receiver {
  return {
    name: nameOf('file', path),
    async write(records) {
      const file = await open(path, 'a+', 0o600);
      try {
        const { size } = await file.stat();
        const last = Buffer.alloc(1);
        if (size > 0) await file.read(last, 0, 1, size - 1);
        // Terminates a line that a crash has cut off.
        const separator = size > 0 && last.toString() !== '\n' ? '\n' : '';
        await file.appendFile(separator + records.map(recordLine).join(''));
        await file.datasync();
      } finally {
        await file.close();
      }
    },
  };
}

function toSyslog(url: URL, caFile: string | undefined): Receiver {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || { 'udp:': 514, 'tcp:': 601, 'tls:': 6514 }[url.protocol]);
  const messages = (records: AuditRecord[]) => records.map((record) => syslogMessage(record, hostname()));
  return {
    name: nameOf('syslog', url.href),
    async write(records) {
      if (url.protocol === 'udp:') return sendDatagrams(host, port, messages(records));
      const ca = caFile && url.protocol === 'tls:' ? await readFile(caFile) : undefined;
      const connect = (): Socket =>
        url.protocol === 'tls:'
          ? connectTls({ host, port, ca, servername: host, minVersion: 'TLSv1.2' })
          : connectTcp({ host, port });
      return sendStream(connect(), Buffer.concat(messages(records).map(frameMessage)));
    },
  };
}

/**
 * Syslog has no acknowledgements. A receiver does not close a connection first unless it dies. So we wait a moment
 * after the last octet, close our side, and wait until the receiver closes its side: it has then read everything. If it
 * dies with unread data, its system sends a reset instead.
 */
function sendStream(socket: Socket, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let ended = false;
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(TIMEOUT_MS, () => fail(new Error('the receiver timed out')));
    socket.once('error', fail);
    socket.once('end', () => {
      if (!ended) fail(new Error('the receiver ended the connection'));
    });
    socket.once('close', () => (ended ? resolve() : reject(new Error('the connection was lost'))));
    socket.write(content, () =>
      setTimeout(() => {
        if (socket.destroyed) return;
        ended = true;
        socket.end();
      }, CLOSE_DELAY_MS),
    );
    socket.resume();
  });
}

/** Delivery of datagrams cannot be confirmed; only for networks that support nothing else. */
async function sendDatagrams(host: string, port: number, messages: string[]): Promise<void> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  try {
    for (const message of messages) {
      await new Promise<void>((resolve, reject) =>
        socket.send(message, port, host, (error) => (error ? reject(error) : resolve())),
      );
    }
  } finally {
    socket.close();
  }
}
