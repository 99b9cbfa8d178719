let signedOut = false;

/** Whether somebody signed out since this page was loaded. */
export const wasSignedOut = (): boolean => signedOut;

export function markSignedOut(isSo: boolean): void {
  signedOut = isSo;
}
