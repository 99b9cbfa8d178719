import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Acknowledged {
  /** ids of alarms by the user who acknowledged them: supervisors may share a computer */
  byUser: Record<string, string[]>;
}

/** Kept in the browser, because an acknowledgement concerns one supervisor only and survives a reload. */
export const useAcknowledged = create<Acknowledged>()(
  persist((): Acknowledged => ({ byUser: {} }), { name: 'wasl.acknowledged-alarms' }),
);

const NONE: readonly string[] = [];
export const acknowledgedBy =
  (userId: string) =>
  ({ byUser }: Acknowledged): readonly string[] =>
    byUser[userId] ?? NONE;

export function setAcknowledged(userId: string, ids: readonly string[]): void {
  useAcknowledged.setState(({ byUser }) => ({ byUser: { ...byUser, [userId]: [...ids] } }));
}
