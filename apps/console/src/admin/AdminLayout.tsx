import { NativeSelect } from '@mantine/core';
import type { Permission } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import { type ReactNode, useEffect, useRef } from 'react';
import { NavLink, useNavigate, useParams } from 'react-router';
import { useCurrentUser } from '../session/session.js';
import { EmptyState } from '../ui/EmptyState.js';
import classes from './Admin.module.css';

/** Every page of administration in its group, and who may open it; those without the permission do not see its name. */
const GROUPS = {
  start: [['start', 'admin.users']],
  people: [
    ['users', 'admin.users'],
    ['skills', 'admin.queues'],
    ['roster', 'roster.manage'],
    ['locks', 'account.unlock'],
  ],
  routing: [
    ['queues', 'admin.queues'],
    ['rules', 'admin.queues'],
    ['versions', 'admin.queues'],
    ['dry-run', 'admin.queues'],
    ['reasons', 'admin.queues'],
  ],
  directory: [
    ['services', 'admin.directory'],
    ['entities', 'admin.directory'],
    ['centres', 'admin.directory'],
  ],
  sla: [
    ['promises', 'admin.sla'],
    ['calendars', 'admin.sla'],
    ['announcements', 'admin.sla'],
    ['duty', 'admin.sla'],
  ],
  texts: [
    ['templates', 'admin.templates'],
    ['canned-replies', 'admin.templates'],
  ],
  channels: [
    ['api-keys', 'admin.channels'],
    ['outbound-routes', 'admin.channels'],
    ['blocked-callers', 'call.block'],
    ['tokens', 'token.manage'],
    ['webhooks', 'admin.webhooks'],
  ],
  system: [
    ['health', 'admin.jobs'],
    ['audit', 'audit.read'],
  ],
} as const satisfies Record<string, [string, Permission][]>;

type GroupName = keyof typeof GROUPS;

/** The pages that somebody with these permissions may open, by group. */
const groupsFor = (permissions: readonly string[]) =>
  (Object.keys(GROUPS) as GroupName[])
    .map((group) => ({
      group,
      pages: GROUPS[group].filter(([, permission]) => permissions.includes(permission)).map(([page]) => page),
    }))
    .filter(({ pages }) => pages.length > 0);

export const pagesFor = (permissions: readonly string[]): string[] =>
  groupsFor(permissions).flatMap(({ pages }) => pages);

/** The list of pages beside a page; on narrow screens a menu over it. */
export function AdminLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { permissions } = useCurrentUser();
  const { page } = useParams();
  const navigate = useNavigate();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // not smoothly: it is where the page is, not something that happens
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [page]);
  const groups = groupsFor(permissions);
  if (groups.length === 0) return <EmptyState icon="people" title={t('admin.notAllowed')} />;
  return (
    <div className={classes.layout}>
      <nav ref={list} aria-label={t('admin.title')} className={classes.side}>
        <NativeSelect
          className={classes.sideSelect}
          aria-label={t('admin.title')}
          value={page}
          onChange={({ currentTarget }) => void navigate(`/admin/${currentTarget.value}`)}
          data={groups.map(({ group, pages }) => ({
            group: t(`admin.group.${group}`),
            items: pages.map((name) => ({ value: name, label: t(`admin.page.${name}`) })),
          }))}
        />
        {groups.map(({ group, pages }) => (
          <section key={group} aria-labelledby={`admin-${group}`} className={classes.sideGroup}>
            <h2 id={`admin-${group}`}>{t(`admin.group.${group}`)}</h2>
            {pages.map((name) => (
              <NavLink key={name} to={`/admin/${name}`} className={classes.sideLink}>
                {t(`admin.page.${name}`)}
              </NavLink>
            ))}
          </section>
        ))}
      </nav>
      <div className={classes.content}>{children}</div>
    </div>
  );
}
