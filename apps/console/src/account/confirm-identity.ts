import { create } from 'zustand';
import { hasCode } from '../api/problem.js';

interface ConfirmationState {
  /** called with whether the user confirmed their identity; null while no dialog is open */
  answer: ((confirmed: boolean) => void) | null;
}

/** State of the re-authentication dialog. */
export const useConfirmationRequest = create<ConfirmationState>(() => ({ answer: null }));

const requestConfirmation = () =>
  new Promise<boolean>((resolve) => {
    useConfirmationRequest.setState({
      answer: (confirmed) => {
        useConfirmationRequest.setState({ answer: null });
        resolve(confirmed);
      },
    });
  });

/**
 * Runs a request; if the api demands re-authentication, opens the dialog and runs it again.
 * @throws what `act` throws; `session.confirm_required` when the user cancelled
 */
export async function withIdentityConfirmation<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!hasCode(error, 'session.confirm_required') || !(await requestConfirmation())) throw error;
    return act();
  }
}
