import type { OnApplicationShutdown } from '@nestjs/common';
import { builtScriptPath, Sandbox, SandboxError, Semaphore } from '#wasl/platform';
import { inspectFile } from '../domain/inspect-file.js';
import { pictureSize } from '../domain/picture-size.js';
import { MAX_SIDE_PIXELS, type RenderedPicture, type RenderJob, type RenderKind } from './render-protocol.js';

/** The process is ended when it exceeds either limit. */
const LIMITS = { bytes: 512 * 1024 * 1024, ms: 30_000 };

/** Types that can be decoded; never vector drawings. */
export const DECODED_TYPES = ['image/png', 'image/apng', 'image/jpeg', 'image/webp', 'image/gif'];
/** Waiting pictures are held in memory. */
const MAX_WAITING = 8;
const IDLE_MS = 10_000;

/**
 * Why there is no picture: `refused` because of its header, `unreadable` to the decoder, `busy` when too many wait,
 * `ended` when the decoder process died.
 */
export class PictureError extends Error {
  override name = 'PictureError';
  constructor(
    readonly kind: 'refused' | 'unreadable' | 'busy' | 'ended',
    message: string,
  ) {
    super(message);
  }
}

/**
 * Decodes pictures in a process of its own, one at a time: decoders are native code, and a crash or excessive memory use
 * would end the whole process.
 */
export class Pictures implements OnApplicationShutdown {
  private readonly sandbox: Sandbox<RenderJob, unknown>;
  private readonly oneAtATime: Semaphore;

  constructor(private readonly limits = LIMITS) {
    this.oneAtATime = new Semaphore(1, (MAX_WAITING + 1) * limits.ms, MAX_WAITING);
    this.sandbox = new Sandbox({
      name: 'the process that decodes pictures',
      module: builtScriptPath(import.meta.url, 'render-in-sandbox'),
      heapMegabytes: 64,
      bytes: limits.bytes,
      idleMs: IDLE_MS,
    });
  }

  /**
   * @param type detected from the content
   * @throws PictureError
   */
  async render(content: Buffer, type: string, kind: RenderKind): Promise<RenderedPicture> {
    if (!DECODED_TYPES.includes(type) || !pictureSize(content, type) || inspectFile(content, type))
      throw new PictureError('refused', `not decoded: ${type}`);
    const drawing = await this.oneAtATime
      .run(() => this.sandbox.run({ kind, content }, { ms: this.limits.ms }))
      .catch((error: unknown) => {
        throw faultOf(error);
      });
    // The answer is untrusted: a malicious picture may control the process.
    if (isPlausible(drawing, kind)) return drawing;
    throw new PictureError('unreadable', 'the decoder returned no valid picture');
  }

  /** The id of the decoder process, if it runs. */
  get pid(): number | undefined {
    return this.sandbox.pid;
  }

  onApplicationShutdown(): void {
    this.sandbox.close();
  }
}

function faultOf(error: unknown): PictureError {
  if (!(error instanceof SandboxError)) return new PictureError('busy', 'too many pictures are waiting');
  const { reason, message } = error;
  if (reason === 'thrown') return new PictureError('unreadable', message);
  return new PictureError(reason === 'closing' ? 'busy' : 'ended', message);
}

/** Validates the untrusted result of the child process. */
function isPlausible(drawing: unknown, kind: RenderKind): drawing is RenderedPicture {
  const { content, width, height } = (drawing ?? {}) as RenderedPicture;
  const isSide = (side: number) => Number.isInteger(side) && side >= 1 && side <= MAX_SIDE_PIXELS[kind];
  return Buffer.isBuffer(content) && isSide(width) && isSide(height);
}
