import { Tabs } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { hasCode } from '../api/problem.js';
import { useTicket } from '../api/queries.js';
import { CallbackPanel } from '../calls/CallbackPanel.js';
import { aboutTicket, markRead } from '../live/live-store.js';
import { useRoom } from '../live/use-room.js';
import { TicketReferrals } from '../referrals/TicketReferrals.js';
import { usePermission } from '../session/session.js';
import { useActions } from '../ui/actions.js';
import { LoadError } from '../ui/LoadError.js';
import { Icon } from '../ui/icons.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { withdrawErrors } from '../ui/notify.js';
import { Composer, type ComposerKind } from './Composer.js';
import { Conversation } from './Conversation.js';
import { HistoryTab } from './HistoryTab.js';
import { OpenRestricted } from './OpenRestricted.js';
import { RequesterPane } from './RequesterPane.js';
import { TicketHeader } from './TicketHeader.js';
import classes from './Ticket.module.css';
import { useTab } from './use-tab.js';

export function TicketPane({ number }: { number: string }) {
  const { t } = useTranslation();
  const ticket = useTicket(number);
  const mayReply = usePermission('ticket.reply');
  const [tab, setTab] = useState<string | null>('conversation');
  const [kind, setKind] = useState<ComposerKind>('public_reply');
  const [asked, setAsked] = useState(0);
  const writing = useRef<HTMLTextAreaElement>(null);
  // the URL may hold the number in other digits or with hyphens; redirect to the canonical form
  const written = ticket.data?.number;
  useRoom(written === undefined ? undefined : `ticket:${written}`);
  useEffect(() => {
    markRead(number);
    withdrawErrors(aboutTicket(number));
  }, [number]);
  const navigate = useNavigate();
  const { search } = useLocation();
  useEffect(() => {
    if (written !== undefined && written !== number)
      void navigate(`/tickets/${written}${search}`, { replace: true });
  }, [written, number, navigate, search]);
  const write = (next: ComposerKind) => () => {
    setTab('conversation');
    setKind(next);
    setAsked((times) => times + 1);
  };
  useEffect(() => {
    if (asked > 0) writing.current?.focus();
  }, [asked]);
  const isMerged = ticket.data?.mergedInto !== undefined;
  const canWrite = mayReply && !isMerged;
  useActions(
    canWrite
      ? [
          { label: t('help.reply'), icon: 'reply', key: 'r', run: write('public_reply') },
          { label: t('help.note'), icon: 'note', key: 'n', run: write('internal_note') },
        ]
      : [],
  );
  useTab(written);
  if (ticket.isPending) return <LoadingIndicator />;
  if (hasCode(ticket.error, 'ticket.reason_required')) return <OpenRestricted number={number} />;
  if (!ticket.data) return <LoadError error={ticket.error} again={() => void ticket.refetch()} />;
  return (
    <div className={classes.pane}>
      <div className={classes.main}>
        <TicketHeader ticket={ticket.data} />
        <CallbackPanel number={ticket.data.number} tags={ticket.data.tags} />
        <TicketReferrals number={ticket.data.number} />
        <Tabs
          value={tab}
          onChange={setTab}
          keepMounted={false}
          classNames={{ root: classes.tabs, panel: classes.panel }}
        >
          <Tabs.List>
            <Tabs.Tab value="conversation" leftSection={<Icon name="chat" size={16} />}>
              {t('ticket.conversation')}
            </Tabs.Tab>
            <Tabs.Tab value="history" leftSection={<Icon name="history" size={16} />}>
              {t('ticket.history')}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="conversation" tabIndex={0}>
            <Conversation ticket={ticket.data} />
          </Tabs.Panel>
          <Tabs.Panel value="history" tabIndex={0}>
            <HistoryTab number={number} />
          </Tabs.Panel>
        </Tabs>
        {canWrite && <Composer ref={writing} ticket={ticket.data} kind={kind} setKind={setKind} />}
      </div>
      <RequesterPane ticket={ticket.data} />
    </div>
  );
}
