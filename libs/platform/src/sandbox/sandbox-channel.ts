import type { Duplex } from 'node:stream';
import { deserialize, serialize } from 'node:v8';

/** More than the largest mail, read, needs. A larger message is not received. */
export const MAX_MESSAGE_BYTES = 192 * 1024 * 1024;
const LENGTH_BYTES = 4;

/** What the other side sent exceeds {@link MAX_MESSAGE_BYTES}. */
export class MessageTooLarge extends Error {}

/** A message with its length before it. @throws when it is too large, or holds what processes cannot pass on */
export function encodeMessage(message: unknown): Buffer {
  const content = serialize(message);
  if (content.length > MAX_MESSAGE_BYTES) throw new MessageTooLarge(`${content.length} bytes`);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}

/** Puts messages together from what a stream delivers, and holds no more of them than one may have. */
export class MessageDecoder {
  private chunks: Buffer[] = [];
  private held = 0;
  /** of the message that is being received, with its length */
  private needed = LENGTH_BYTES;
  private hasLength = false;

  /** @throws on what is no message: nothing can be received after it */
  *decode(chunk: Buffer): Generator<unknown> {
    this.chunks.push(chunk);
    this.held += chunk.length;
    while (this.held >= this.needed) {
      const content = this.take(this.needed);
      if (this.hasLength) {
        this.expect(LENGTH_BYTES, false);
        yield deserialize(content);
      } else {
        const length = content.readUInt32BE();
        if (length > MAX_MESSAGE_BYTES) throw new MessageTooLarge(`${length} bytes`);
        this.expect(length, true);
      }
    }
  }

  private expect(needed: number, hasLength: boolean): void {
    this.needed = needed;
    this.hasLength = hasLength;
  }

  private take(bytes: number): Buffer {
    const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
    this.chunks = all.length > bytes ? [all.subarray(bytes)] : [];
    this.held -= bytes;
    return all.subarray(0, bytes);
  }
}

/**
 * A pipe of our own instead of the one that Node offers between processes: Node reads that one itself, and ends the
 * process with an uncaught error on a message that it cannot read, or that is meant for itself.
 */
export function receiveMessages(
  channel: Duplex,
  onMessage: (message: unknown) => void,
  onBroken: (error: Error) => void,
): void {
  const decoder = new MessageDecoder();
  channel.on('data', (chunk: Buffer) => {
    try {
      for (const message of decoder.decode(chunk)) onMessage(message);
    } catch (error) {
      channel.destroy();
      onBroken(error as Error);
    }
  });
}
