import { type ChildProcess, fork } from 'node:child_process';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { builtScriptPath, catchAndLog } from '#wasl/platform';
import { inspectFile } from '../domain/inspect-file.js';
import { pictureSize } from '../domain/picture-size.js';
import { type RenderedPicture, type RenderKind, type RenderJob, MAX_SIDE_PIXELS } from './render-protocol.js';

/** The decoder is killed when it exceeds either limit. */
const LIMITS = { bytes: 512 * 1024 * 1024, ms: 30_000 };

/** Types that can be decoded; never vector drawings. */
export const DECODED_TYPES = ['image/png', 'image/apng', 'image/jpeg', 'image/webp', 'image/gif'];
/** Waiting pictures are held in memory. */
const MAX_WAITING = 8;
/** An idle child is ended, because it holds some 60 MB. */
const IDLE_MS = 10_000;

/**
 * Why there is no picture: `refused` because of its header, `unreadable` to the decoder, `busy` when too many wait,
 * `ended` when the decoder process died.
 */
export class PictureError extends Error {
  override name = 'PictureFault';
  constructor(
    readonly kind: 'refused' | 'unreadable' | 'busy' | 'ended',
    message: string,
  ) {
    super(message);
  }
}

interface WaitingJob {
  job: Omit<RenderJob, 'id'>;
  resolve(drawing: RenderedPicture): void;
  reject(fault: PictureError): void;
}

/**
 * Decodes pictures in a child process, one at a time. A thread is not enough: decoders are native code, and a crash or
 * excessive memory use would end the whole process.
 */
export class Pictures implements OnApplicationShutdown {
  private readonly logger = new Logger('Pictures');
  private readonly waiting: WaitingJob[] = [];
  private current?: WaitingJob & { id: number; timer: NodeJS.Timeout };
  private child?: ChildProcess;
  private idleTimer?: NodeJS.Timeout;
  private lastJobId = 0;
  private closed = false;

  constructor(private readonly limits = LIMITS) {}

  /**
   * @param type detected from the content
   * @throws PictureFault
   */
  render(content: Buffer, type: string, kind: RenderKind): Promise<RenderedPicture> {
    if (!DECODED_TYPES.includes(type) || !pictureSize(content, type) || inspectFile(content, type))
      return Promise.reject(new PictureError('refused', `not decoded: ${type}`));
    if (this.closed || this.waiting.length >= MAX_WAITING)
      return Promise.reject(new PictureError('busy', 'too many pictures are waiting'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ job: { kind, content }, resolve, reject });
      this.startNext();
    });
  }

  /** The id of the decoder process, if it runs. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  onApplicationShutdown(): void {
    this.closed = true;
    this.killChild();
    for (const { reject } of this.waiting.splice(0))
      reject(new PictureError('busy', 'the process is shutting down'));
  }

  private startNext(): void {
    if (this.current) return;
    const first = this.waiting.shift();
    clearTimeout(this.idleTimer);
    if (!first) {
      this.idleTimer = setTimeout(() => this.killChild(), IDLE_MS).unref();
      return;
    }
    const id = ++this.lastJobId;
    const timer = setTimeout(() => this.killChild(), this.limits.ms);
    this.current = { ...first, id, timer };
    this.child ??= this.startChild();
    this.child.send({ id, ...first.job }, (error) => {
      if (error) this.killChild();
    });
  }

  private startChild(): ChildProcess {
    const child = fork(builtScriptPath(import.meta.url, 'render-worker'), [String(this.limits.bytes)], {
      // The child gets none of our environment.
      env: { PATH: process.env.PATH, MALLOC_ARENA_MAX: '2' },
      execArgv: ['--max-old-space-size=64'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    // The message is untrusted: a malicious picture may control the child.
    child.on(
      'message',
      catchAndLog(this.logger, 'drawing', (answer: unknown) => this.onMessage(child, answer)),
    );
    child.on('error', () => this.onExit(child));
    child.on('exit', () => this.onExit(child));
    child.unref();
    child.channel?.unref();
    return child;
  }

  private killChild(): void {
    const child = this.child;
    if (!child) return;
    child.kill('SIGKILL');
    this.onExit(child);
  }

  private onMessage(child: ChildProcess, message: unknown): void {
    const current = this.current;
    const answer = (message ?? {}) as Partial<{ id: number; fault: unknown; drawing: unknown }>;
    if (child !== this.child || !current || current.id !== answer.id) return;
    this.clearCurrent();
    if (typeof answer.fault === 'string') current.reject(new PictureError('unreadable', answer.fault));
    else if (isPlausible(answer.drawing, current.job.kind)) current.resolve(answer.drawing);
    else current.reject(new PictureError('unreadable', 'the decoder returned no valid picture'));
    this.startNext();
  }

  private onExit(child: ChildProcess): void {
    if (child !== this.child) return;
    this.child = undefined;
    const current = this.current;
    if (!current) return;
    this.clearCurrent();
    current.reject(new PictureError('ended', 'the decoder ended, for lack of time or memory or by a crash'));
    this.startNext();
  }

  private clearCurrent(): void {
    clearTimeout(this.current?.timer);
    this.current = undefined;
  }
}

/** Validates the untrusted result of the child process. */
function isPlausible(drawing: unknown, kind: RenderKind): drawing is RenderedPicture {
  const { content, width, height } = (drawing ?? {}) as RenderedPicture;
  const isSide = (side: number) => Number.isInteger(side) && side >= 1 && side <= MAX_SIDE_PIXELS[kind];
  return Buffer.isBuffer(content) && isSide(width) && isSide(height);
}
