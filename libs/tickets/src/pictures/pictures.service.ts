import { type ChildProcess, fork } from 'node:child_process';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { contain } from '#wasl/platform';
import { inspectFile } from '../domain/inspect-file.js';
import { pictureSize } from '../domain/picture-size.js';
import { builtProgram } from './built-program.js';
import { type Drawing, type DrawingKind, type DrawingOrder, LONGEST_SIDE } from './drawing.js';

/** Beyond either of these the decoder is ended, whatever it is doing. */
const LIMITS = { bytes: 512 * 1024 * 1024, ms: 30_000 };

/** What can be decoded; never a drawing made of commands. */
export const DECODED_TYPES = ['image/png', 'image/apng', 'image/jpeg', 'image/webp', 'image/gif'];
/** Those who wait lie in memory with their pictures. */
const MOST_WAITING = 8;
/** An idle child is ended, because it holds some 60 MB. */
const IDLE_MS = 10_000;

/**
 * Why there is no picture: `refused` by its header, `unreadable` to the decoder, `busy` when too many wait, `ended` when
 * the decoder died of it, or of something else.
 */
export class PictureFault extends Error {
  override name = 'PictureFault';
  constructor(
    readonly kind: 'refused' | 'unreadable' | 'busy' | 'ended',
    message: string,
  ) {
    super(message);
  }
}

interface Waiting {
  order: Omit<DrawingOrder, 'id'>;
  resolve(drawing: Drawing): void;
  reject(fault: PictureFault): void;
}

/**
 * Has pictures decoded by a child process, one at a time. A thread would not do: decoders are native code, whose crash
 * or hunger for memory takes the whole process with it.
 */
export class Pictures implements OnApplicationShutdown {
  private readonly logger = new Logger('Pictures');
  private readonly waiting: Waiting[] = [];
  private current?: Waiting & { id: number; timer: NodeJS.Timeout };
  private child?: ChildProcess;
  private idle?: NodeJS.Timeout;
  private orders = 0;
  private closed = false;

  constructor(private readonly limits = LIMITS) {}

  /**
   * @param type by content
   * @throws PictureFault
   */
  draw(content: Buffer, type: string, kind: DrawingKind): Promise<Drawing> {
    if (!DECODED_TYPES.includes(type) || !pictureSize(content, type) || inspectFile(content, type))
      return Promise.reject(new PictureFault('refused', `not decoded: ${type}`));
    if (this.closed || this.waiting.length >= MOST_WAITING)
      return Promise.reject(new PictureFault('busy', 'too many pictures wait'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ order: { kind, content }, resolve, reject });
      this.next();
    });
  }

  /** The process that decodes now, if any. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  onApplicationShutdown(): void {
    this.closed = true;
    this.end();
    for (const { reject } of this.waiting.splice(0)) reject(new PictureFault('busy', 'we are closing'));
  }

  private next(): void {
    if (this.current) return;
    const first = this.waiting.shift();
    clearTimeout(this.idle);
    if (!first) {
      this.idle = setTimeout(() => this.end(), IDLE_MS).unref();
      return;
    }
    const id = ++this.orders;
    const timer = setTimeout(() => this.end(), this.limits.ms);
    this.current = { ...first, id, timer };
    this.child ??= this.start();
    this.child.send({ id, ...first.order }, (error) => {
      if (error) this.end();
    });
  }

  private start(): ChildProcess {
    const child = fork(builtProgram('draw-child'), [String(this.limits.bytes)], {
      // It is told nothing that we know.
      env: { PATH: process.env.PATH, MALLOC_ARENA_MAX: '2' },
      execArgv: ['--max-old-space-size=64'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    // It may say anything: a stranger's bytes may have taken it over.
    child.on(
      'message',
      contain(this.logger, 'drawing', (answer: unknown) => this.answered(child, answer)),
    );
    child.on('error', () => this.ended(child));
    child.on('exit', () => this.ended(child));
    child.unref();
    child.channel?.unref();
    return child;
  }

  private end(): void {
    const child = this.child;
    if (!child) return;
    child.kill('SIGKILL');
    this.ended(child);
  }

  private answered(child: ChildProcess, said: unknown): void {
    const asked = this.current;
    const answer = (said ?? {}) as Partial<{ id: number; fault: unknown; drawing: unknown }>;
    if (child !== this.child || !asked || asked.id !== answer.id) return;
    this.settle();
    if (typeof answer.fault === 'string') asked.reject(new PictureFault('unreadable', answer.fault));
    else if (isPlausible(answer.drawing, asked.order.kind)) asked.resolve(answer.drawing);
    else asked.reject(new PictureFault('unreadable', 'the decoder gave no picture'));
    this.next();
  }

  private ended(child: ChildProcess): void {
    if (child !== this.child) return;
    this.child = undefined;
    const asked = this.current;
    if (!asked) return;
    this.settle();
    asked.reject(new PictureFault('ended', 'the decoder ended, for lack of time or memory or by a crash'));
    this.next();
  }

  private settle(): void {
    clearTimeout(this.current?.timer);
    this.current = undefined;
  }
}

/** A decoder that a stranger's bytes have taken over may say anything. */
function isPlausible(drawing: unknown, kind: DrawingKind): drawing is Drawing {
  const { content, width, height } = (drawing ?? {}) as Drawing;
  const isSide = (side: number) => Number.isInteger(side) && side >= 1 && side <= LONGEST_SIDE[kind];
  return Buffer.isBuffer(content) && isSide(width) && isSide(height);
}
