import { writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { encodeMessage, receiveMessages } from './sandbox-channel.js';
import {
  type FromSandbox,
  MAX_ERROR_LENGTH,
  SANDBOX_BYTES,
  SANDBOX_CHANNEL,
  SANDBOX_MODULE,
  type SandboxHandler,
  type ToSandbox,
} from './sandbox-protocol.js';

/**
 * The entry of every sandbox: limits its own process first, then loads the module it was started for and passes it one
 * job after the other. It has no settings, secrets or connections, so that what a stranger sent can harm nothing but
 * this process.
 */
type Handler = SandboxHandler<unknown, unknown, unknown, unknown>;

const questions = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
let lastQuestion = 0;

const channel = new Socket({ fd: SANDBOX_CHANNEL, readable: true, writable: true });
const send = (message: FromSandbox) => channel.write(encodeMessage(message));
const endAtOnce = () => process.kill(process.pid, 'SIGKILL');

function ask(question: unknown): Promise<unknown> {
  const id = ++lastQuestion;
  return new Promise((resolve, reject) => {
    questions.set(id, { resolve, reject });
    send({ kind: 'ask', id, question });
  });
}

async function run(handle: Handler, id: number, job: unknown): Promise<void> {
  try {
    send({ kind: 'result', id, result: await handle(job, ask) });
  } catch (error) {
    const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
    send({
      kind: 'thrown',
      id,
      code: typeof code === 'string' ? code : null,
      message: String(message).slice(0, MAX_ERROR_LENGTH),
    });
  }
}

function onAnswer({ id, answer, error }: ToSandbox & { kind: 'answer' }): void {
  const waiting = questions.get(id);
  questions.delete(id);
  if (error) waiting?.reject(Object.assign(new Error(error.message), { code: error.code }));
  else waiting?.resolve(answer);
}

new Worker(new URL('./sandbox-watch.js', import.meta.url), {
  workerData: { bytes: Number(process.env[SANDBOX_BYTES]), parent: process.ppid },
  env: {},
  execArgv: [],
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
}).unref();
// Ctrl-C reaches the whole group of processes; the parent may still need the result, and ends its sandboxes itself.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// At once: an ordinary exit would wait for native work, which is what must be stopped.
channel.on('error', endAtOnce);
channel.on('close', endAtOnce);
// Lower priority than request handling, but not the lowest: a person may be waiting for the result.
setPriority(5);
// When memory runs out, Linux should end this process first; other systems have no such file.
writeFile('/proc/self/oom_score_adj', '1000').catch(() => undefined);

const { handle } = (await import(process.env[SANDBOX_MODULE]!)) as { handle: Handler };
receiveMessages(
  channel,
  (untyped) => {
    const message = untyped as ToSandbox;
    if (message.kind === 'job') void run(handle, message.id, message.job);
    else if (message.kind === 'ping') send({ kind: 'pong', id: message.id });
    else onAnswer(message);
  },
  endAtOnce,
);
send({ kind: 'ready' });
