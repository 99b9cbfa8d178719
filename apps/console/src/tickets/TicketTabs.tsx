import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useTicket } from '../api/queries.js';
import { type Viewer, useLive } from '../live/live-store.js';
import { useRoomAsFollower } from '../live/use-room.js';
import { useCurrentUser } from '../session/session.js';
import { useActions } from '../ui/actions.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { tabAfter } from './tab-order.js';
import classes from './Tabs.module.css';
import { closeTab, useTabs } from './tabs.js';

const NOBODY: Viewer[] = [];

/** Tabs of the open tickets, with activity indicators. */
export function TicketTabs({ current }: { current: string | undefined }) {
  const { t } = useTranslation();
  const { numbers } = useTabs();
  const close = useClose(current);
  useActions(
    current ? [{ label: t('tabs.closeThis'), icon: 'close' as const, run: () => close(current) }] : [],
  );
  // The only ticket needs no tab while it is shown, but it must not be lost when a view is chosen.
  if (numbers.length < (current ? 2 : 1)) return null;
  return (
    <nav className={classes.strip} aria-label={t('tabs.label')}>
      <ul>
        {numbers.map((number) => (
          <Tab key={number} number={number} isCurrent={number === current} close={() => close(number)} />
        ))}
      </ul>
    </nav>
  );
}

function Tab({ number, isCurrent, close }: { number: string; isCurrent: boolean; close: () => void }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const ticket = useTicket(number);
  const me = useCurrentUser();
  const isUnread = useLive((live) => live.unread[number] === true);
  const others = useLive((live) => live.viewers[number] ?? NOBODY).filter(({ id }) => id !== me.id);
  useRoomAsFollower(`ticket:${number}`);
  const names = others.map(({ name }) => `\u2068${name}\u2069`).join(t('list.separator'));
  return (
    <li className={classes.tab} data-current={isCurrent || undefined}>
      <Link
        to={{ pathname: `/tickets/${number}`, search: params.toString() }}
        className={classes.link}
        aria-current={isCurrent ? 'page' : undefined}
        title={ticket.data?.subject}
      >
        {isUnread && (
          <span className={classes.unread}>
            <span aria-hidden="true">◆</span>
            <span className="visually-hidden">{t('list.unread')}</span>
          </span>
        )}
        {others.length > 0 && (
          <span className={classes.others}>
            <Icon name="eye" size={14} />
            <span className="visually-hidden">{t('tabs.others', { names })}</span>
          </span>
        )}
        <span className={classes.subject} dir="auto">
          {ticket.data?.subject ?? <Ltr>{number}</Ltr>}
        </span>
      </Link>
      <CloseButton
        size="sm"
        aria-label={t('tabs.close', { number: `\u2066${number}\u2069` })}
        onClick={close}
      />
    </li>
  );
}

/** Closing the current tab shows the previously viewed one, or the list. */
function useClose(current: string | undefined): (number: string) => void {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  return (number) => {
    const next = tabAfter(useTabs.getState(), number);
    closeTab(number);
    if (number !== current) return;
    void navigate({ pathname: next ? `/tickets/${next}` : '/tickets', search: params.toString() });
  };
}
