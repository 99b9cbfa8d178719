import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { ConfirmIdentityDialog } from '../account/ConfirmIdentityDialog.js';
import { CallStack } from '../calls/CallStack.js';
import { IncomingInTitle } from '../calls/IncomingInTitle.js';
import { OfferStack } from '../offers/OfferStack.js';
import { CommandPalette } from '../palette/CommandPalette.js';
import { usePermission } from '../session/session.js';
import { NewTicketDialog } from '../tickets/NewTicketDialog.js';
import { openNewTicket } from '../tickets/new-ticket-store.js';
import { useActions } from '../ui/actions.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { AppBar } from './AppBar.js';
import { ConnectionBanner } from './ConnectionBanner.js';
import { HelpDialog } from './HelpDialog.js';
import classes from './Shell.module.css';

export function Shell() {
  const { t } = useTranslation();
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure(false);
  const mayCreate = usePermission('ticket.create');
  useActions([
    ...(mayCreate
      ? [{ label: t('newTicket.open'), icon: 'plus' as const, key: 'c', run: openNewTicket }]
      : []),
    { label: t('help.title'), icon: 'help', key: '?', run: openHelp },
  ]);
  return (
    <div className={classes.shell}>
      <a href="#main" className="skip-link">
        {t('nav.skip')}
      </a>
      <AppBar onHelp={openHelp} />
      <div className={classes.stage}>
        <main id="main" tabIndex={-1} className={classes.main}>
          <Suspense fallback={<LoadingIndicator />}>
            <Outlet />
          </Suspense>
        </main>
        {/* over the page and not in it: nothing may move under the pointer when an offer, a call or a message about the connection arrives */}
        <ConnectionBanner />
        <div className={classes.dock}>
          <OfferStack />
          <CallStack />
        </div>
      </div>
      <IncomingInTitle />
      <NewTicketDialog />
      <ConfirmIdentityDialog />
      <CommandPalette />
      <HelpDialog opened={help} onClose={closeHelp} />
    </div>
  );
}
