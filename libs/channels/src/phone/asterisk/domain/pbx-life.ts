/** The start of the PBX as each interface tells it; null when it does not. Only compared, as the PBX writes it. */
export interface PbxRun {
  ari?: string | null;
  ami?: string | null;
}

/** The last proof that the PBX was alive. */
export interface PbxLife extends PbxRun {
  at: Date;
}

/** Connected to no interface for so long, the PBX counts as lost with its calls: agents are free within a minute. */
export const OUTAGE_MS = 45_000;

/**
 * Since when the PBX that we knew is gone, because one that was started later answers now. Its calls ended then; those
 * of a PBX that goes on, and that we only did not watch, were hung up.
 * @returns null when it is the same one, or nothing shows that it is another
 */
export function lostSince(before: PbxLife | null, now: PbxRun): Date | null {
  const isOther = (['ari', 'ami'] as const).some((name) => {
    const [was, is] = [before?.[name], now[name]];
    return !!was && !!is && was !== is;
  });
  return isOther ? before!.at : null;
}
