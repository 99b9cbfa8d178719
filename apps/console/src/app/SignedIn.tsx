import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { connectLive } from '../live/live-client.js';
import { useRoom } from '../live/use-room.js';
import { unlockAudio } from '../offers/offer-sound.js';
import { EnrolPage } from '../session/EnrolPage.js';
import { CurrentUserProvider, useSession } from '../session/session.js';
import { refusalKey, takeSignInCode } from '../session/sign-in-code.js';
import { SignIn } from '../session/SignIn.js';
import { LoadError } from '../ui/LoadError.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { notifyError } from '../ui/notify.js';
import { Shell } from './Shell.js';

/** The URL does not change during sign-in, so a link to a ticket still leads there afterwards. */
export function SignedIn() {
  const session = useSession();
  if (session.isPending) return <LoadingIndicator />;
  if (session.isError) return <LoadError error={session.error} again={() => void session.refetch()} />;
  if (!session.data) return <SignIn />;
  if (session.data.mustEnrol) return <EnrolPage />;
  return (
    <CurrentUserProvider value={session.data} key={session.data.id}>
      <Live />
      <ConfirmationRefused />
      <Shell />
    </CurrentUserProvider>
  );
}

/** The identity provider did not confirm who is there; the session goes on. */
function ConfirmationRefused() {
  const { t } = useTranslation();
  useEffect(() => {
    const code = takeSignInCode();
    if (code) notifyError(t('signIn.notConfirmed'), t(refusalKey(code) as 'signIn.refusal.oidc_failed'));
  }, [t]);
  return null;
}

function Live() {
  useEffect(connectLive, []);
  useRoom('me');
  useEffect(() => {
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, unlockAudio, { once: true });
    return () => events.forEach((event) => window.removeEventListener(event, unlockAudio));
  }, []);
  return null;
}
