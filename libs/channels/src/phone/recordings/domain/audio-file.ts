/** Types of sound by their content, and as which they are served to browsers. */
const PLAYABLE = new Map([
  ['audio/wav', 'audio/wav'],
  ['audio/vnd.wave', 'audio/wav'],
  ['audio/x-wav', 'audio/wav'],
  ['audio/mpeg', 'audio/mpeg'],
  ['audio/ogg', 'audio/ogg'],
  ['audio/opus', 'audio/ogg'],
  ['audio/flac', 'audio/flac'],
  ['audio/x-flac', 'audio/flac'],
  ['audio/mp4', 'audio/mp4'],
  ['audio/x-m4a', 'audio/mp4'],
  ['audio/aac', 'audio/aac'],
]);

/** @param detected what its content says; parameters such as codecs do not matter. @returns null when it is not sound */
export const audioType = (detected: string | undefined): string | null =>
  PLAYABLE.get(detected?.split(';')[0] ?? '') ?? null;

/** How much of the beginning {@link wavSeconds} reads. */
export const WAV_HEAD_BYTES = 4_096;

/**
 * How long a WAV file plays: its bytes by those of a second. Recorders that were interrupted leave a wrong size in the
 * header, so it counts only when the file has as much.
 * @param size of the whole file
 * @returns whole seconds; null when its head does not say
 */
export function wavSeconds(head: Buffer, size: number): number | null {
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WAVE') return null;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= head.length;) {
    const name = head.toString('latin1', at, at + 4);
    const length = head.readUInt32LE(at + 4);
    if (name === 'fmt ' && at + 20 <= head.length) bytesPerSecond = head.readUInt32LE(at + 16);
    if (name === 'data') {
      const bytes = Math.max(0, Math.min(length || Infinity, size - at - 8));
      return bytesPerSecond > 0 ? Math.round(bytes / bytesPerSecond) : null;
    }
    // Chunks begin at even places.
    at += 8 + length + (length % 2);
  }
  return null;
}
