import { lazy, Suspense } from 'react';
import { withTexts } from '../i18n/i18n.js';
import { SignIn } from '../session/SignIn.js';
import { CurrentUserProvider, useSession } from '../session/session.js';
import { LoadError } from '../ui/LoadError.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';

// Each is loaded only by those who see it: signing in needs no live connection and no ticket.
const EnrolPage = lazy(async () => ({
  default: (await withTexts(import('../session/EnrolPage.js'))).EnrolPage,
}));
const Workspace = lazy(async () => ({ default: (await withTexts(import('./Workspace.js'))).Workspace }));

/** The URL does not change during sign-in, so a link to a ticket still leads there afterwards. */
export function SignedIn() {
  return (
    <Suspense fallback={<LoadingIndicator />}>
      <ForSession />
    </Suspense>
  );
}

function ForSession() {
  const session = useSession();
  if (session.isPending) return <LoadingIndicator />;
  if (session.isError) return <LoadError error={session.error} again={() => void session.refetch()} />;
  if (!session.data) return <SignIn />;
  if (session.data.mustEnrol) return <EnrolPage />;
  return (
    <CurrentUserProvider value={session.data} key={session.data.id}>
      <Workspace />
    </CurrentUserProvider>
  );
}
