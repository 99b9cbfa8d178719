import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { audioType, WAV_HEAD_BYTES, wavSeconds } from './domain/audio-file.js';

/** What a file is by its content. @returns null when it is not sound that browsers play */
export async function describeAudio(
  path: string,
  size: number,
): Promise<{ type: string; seconds: number | null } | null> {
  const type = audioType((await fileTypeFromFile(path))?.mime);
  if (type === null) return null;
  return { type, seconds: type === 'audio/wav' ? wavSeconds(await beginningOf(path), size) : null };
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(WAV_HEAD_BYTES), 0, WAV_HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
