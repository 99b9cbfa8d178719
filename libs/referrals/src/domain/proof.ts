import type { Proof, ReferralOutcome } from '#wasl/contracts';

const DOCUMENT =
  /^(application\/(pdf|rtf|msword|vnd\.(openxmlformats-officedocument|oasis\.opendocument)\..+)|image\/.+)$/;
const ACCEPTS: Record<Exclude<Proof, 'none'>, (type: string) => boolean> = {
  photo: (type) => type.startsWith('image/'),
  document: (type) => DOCUMENT.test(type),
  // A photo of the meter, a protocol, a table: what a device gives.
  reading: () => true,
};

export type ProofFault = 'required' | 'proof_photo' | 'proof_document';

/**
 * What is wrong with the proof of a completion, or null. Only what is said to be fixed needs one.
 * @param types of the files, as found in their content
 */
export function proofFault(
  wanted: Proof,
  outcome: ReferralOutcome,
  types: readonly string[],
): ProofFault | null {
  if (wanted === 'none' || outcome !== 'fixed') return null;
  if (types.length === 0) return 'required';
  if (types.every(ACCEPTS[wanted])) return null;
  return wanted === 'photo' ? 'proof_photo' : 'proof_document';
}
