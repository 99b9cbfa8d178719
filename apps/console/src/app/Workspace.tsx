import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { connectLive } from '../live/live-client.js';
import { useRoom } from '../live/use-room.js';
import { unlockAudio } from '../offers/offer-sound.js';
import { refusalKey, takeSignInCode } from '../session/sign-in-code.js';
import { notifyError } from '../ui/notify.js';
import { Notices } from './Notices.js';
import { Shell } from './Shell.js';

/** What somebody who is signed in sees: the pages with their bar, and the live connection. */
export function Workspace() {
  return (
    <>
      <Notices />
      <Live />
      <ConfirmationRefused />
      <Shell />
    </>
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
