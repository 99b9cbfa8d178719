import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { PresenceMenu } from '../presence/PresenceMenu.js';
import { usePermission } from '../session/session.js';
import { openNewTicket } from '../tickets/new-ticket-store.js';
import { Icon } from '../ui/icons.js';
import classes from './Shell.module.css';
import { UserMenu } from './UserMenu.js';

export function AppBar({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const mayReadTickets = usePermission('ticket.read');
  const mayRefer = usePermission('referral.send');
  const mayWorkReferrals = usePermission('referral.work');
  const mayAudit = usePermission('audit.read');
  const mayWatch = usePermission('board.read');
  const mayServe = usePermission('counter.serve');
  const mayReadCalls = usePermission('call.log');
  const mayReport = usePermission('report.read');
  const mayAdminister = usePermission('admin.users');
  const mayRoster = usePermission('roster.manage');
  const mayCreate = usePermission('ticket.create');
  const mayTakeWork = usePermission('presence.own');
  return (
    <header className={classes.bar}>
      <NavLink to="/" className={classes.brand} aria-current={undefined}>
        <img src="/favicon.svg" alt="" width={28} height={28} />
        <span>{t('app.name')}</span>
      </NavLink>
      <nav aria-label={t('nav.label')} className={classes.nav}>
        {mayReadTickets && (
          <NavLink to="/tickets" className={classes.link}>
            <Icon name="ticket" />
            <span className={classes.word}>{t('nav.tickets')}</span>
          </NavLink>
        )}
        {(mayRefer || mayWorkReferrals) && (
          <NavLink to="/referrals" className={classes.link}>
            <Icon name="refer" />
            <span className={classes.word}>{t('referral.title')}</span>
          </NavLink>
        )}
        {mayServe && (
          <NavLink to="/counter" className={classes.link}>
            <Icon name="counter" />
            <span className={classes.word}>{t('counter.title')}</span>
          </NavLink>
        )}
        {mayWatch && (
          <NavLink to="/board" className={classes.link}>
            <Icon name="board" />
            <span className={classes.word}>{t('nav.board')}</span>
          </NavLink>
        )}
        {mayReadCalls && (
          <NavLink to="/calls" className={classes.link}>
            <Icon name="phone" />
            <span className={classes.word}>{t('callLog.title')}</span>
          </NavLink>
        )}
        {mayReport && (
          <NavLink to="/reports" className={classes.link}>
            <Icon name="chart" />
            <span className={classes.word}>{t('nav.reports')}</span>
          </NavLink>
        )}
        {mayRoster && !mayAdminister && (
          <NavLink to="/admin/roster" className={classes.link}>
            <Icon name="people" />
            <span className={classes.word}>{t('admin.page.roster')}</span>
          </NavLink>
        )}
        {mayAudit && !mayAdminister && (
          <NavLink to="/admin/audit" className={classes.link}>
            <Icon name="history" />
            <span className={classes.word}>{t('admin.page.audit')}</span>
          </NavLink>
        )}
        {mayAdminister && (
          <NavLink to="/admin" className={classes.link}>
            <Icon name="people" />
            <span className={classes.word}>{t('admin.title')}</span>
          </NavLink>
        )}
      </nav>
      <span className={classes.push} />
      {mayCreate && (
        <Button leftSection={<Icon name="plus" />} onClick={openNewTicket} aria-keyshortcuts="c">
          <span className={classes.word}>{t('newTicket.open')}</span>
        </Button>
      )}
      {mayTakeWork && <PresenceMenu />}
      <UserMenu onHelp={onHelp} />
    </header>
  );
}
