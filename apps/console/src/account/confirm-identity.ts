import { create } from 'zustand';
import { hasCode } from '../api/problem.js';

interface Asking {
  /** called with whether the person confirmed who they are; null while nothing is asked */
  answer: ((confirmed: boolean) => void) | null;
}

/** Whether the window that asks who is at the keyboard is open. */
export const useAsking = create<Asking>(() => ({ answer: null }));

const ask = () =>
  new Promise<boolean>((resolve) => {
    useAsking.setState({
      answer: (confirmed) => {
        useAsking.setState({ answer: null });
        resolve(confirmed);
      },
    });
  });

/**
 * Does what may ask for proof of who one is; then asks for it, and does it again.
 * @throws what `act` throws; `session.confirm_required` when the person gave no proof
 */
export async function confirmed<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!hasCode(error, 'session.confirm_required') || !(await ask())) throw error;
    return act();
  }
}
