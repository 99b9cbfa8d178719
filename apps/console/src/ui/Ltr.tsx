import type { ReactNode } from 'react';

/** Isolates ticket numbers, telephone numbers and addresses as left-to-right text. */
export function Ltr({ children }: { children: ReactNode }) {
  return <bdi dir="ltr">{children}</bdi>;
}
