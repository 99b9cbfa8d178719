import { useEffect } from 'react';
import { connectLive } from '../live/live-client.js';
import { useRoom } from '../live/use-room.js';
import { prepareSound } from '../offers/offer-sound.js';
import { EnrolPage } from '../session/EnrolPage.js';
import { MeProvider, useSession } from '../session/session.js';
import { SignIn } from '../session/SignIn.js';
import { Failed } from '../ui/Failed.js';
import { Waiting } from '../ui/Waiting.js';
import { Shell } from './Shell.js';

/** The URL does not change during sign-in, so a link to a ticket still leads there afterwards. */
export function SignedIn() {
  const session = useSession();
  if (session.isPending) return <Waiting />;
  if (session.isError) return <Failed error={session.error} again={() => void session.refetch()} />;
  if (!session.data) return <SignIn />;
  if (session.data.mustEnrol) return <EnrolPage />;
  return (
    <MeProvider value={session.data} key={session.data.id}>
      <Live />
      <Shell />
    </MeProvider>
  );
}

function Live() {
  useEffect(connectLive, []);
  useRoom('me');
  useEffect(() => {
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, prepareSound, { once: true });
    return () => events.forEach((event) => window.removeEventListener(event, prepareSound));
  }, []);
  return null;
}
