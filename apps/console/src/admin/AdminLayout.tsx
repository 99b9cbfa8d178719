import type { Permission } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useCurrentUser } from '../session/session.js';
import { EmptyState } from '../ui/EmptyState.js';
import classes from './Admin.module.css';

/** Every page of administration, and who may open it; those without the permission do not see its name. */
const PAGES = [
  ['start', 'admin.users'],
  ['users', 'admin.users'],
  ['locks', 'account.unlock'],
  ['queues', 'admin.queues'],
  ['rules', 'admin.queues'],
  ['versions', 'admin.queues'],
  ['dry-run', 'admin.queues'],
  ['skills', 'admin.queues'],
  ['roster', 'roster.manage'],
  ['reasons', 'admin.queues'],
  ['services', 'admin.directory'],
  ['entities', 'admin.directory'],
  ['templates', 'admin.templates'],
  ['canned-replies', 'admin.templates'],
  ['centres', 'admin.directory'],
  ['calendars', 'admin.sla'],
  ['announcements', 'admin.sla'],
  ['promises', 'admin.sla'],
  ['duty', 'admin.sla'],
  ['api-keys', 'admin.channels'],
  ['blocked-callers', 'call.block'],
  ['outbound-routes', 'admin.channels'],
  ['tokens', 'token.manage'],
  ['webhooks', 'admin.webhooks'],
  ['health', 'admin.jobs'],
  ['audit', 'audit.read'],
] as const satisfies [string, Permission][];

/** The pages that somebody with these permissions may open. */
export const pagesFor = (permissions: readonly string[]) =>
  PAGES.filter(([, permission]) => permissions.includes(permission)).map(([page]) => page);

export function AdminLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { permissions } = useCurrentUser();
  const open = pagesFor(permissions);
  if (open.length === 0) return <EmptyState icon="people" title={t('admin.notAllowed')} />;
  return (
    <div className={classes.layout}>
      <nav aria-label={t('admin.title')} className={classes.side}>
        {open.map((page) => (
          <NavLink key={page} to={`/admin/${page}`} className={classes.sideLink}>
            {t(`admin.page.${page}`)}
          </NavLink>
        ))}
      </nav>
      <div className={classes.content}>{children}</div>
    </div>
  );
}
