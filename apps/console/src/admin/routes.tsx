import { Navigate, useParams } from 'react-router';
import { useCurrentUser } from '../session/session.js';
import { NotFound } from '../app/PageError.js';
import { AdminLayout, pagesFor } from './AdminLayout.js';
import { ApiKeysPage } from './ApiKeysPage.js';
import { AuditPage } from './AuditPage.js';
import { BlockedCallersPage } from './BlockedCallersPage.js';
import { type CatalogueName, CATALOGUES } from './catalogue.js';
import { CannedRepliesPage } from './templates/CannedRepliesPage.js';
import { CataloguePage } from './CataloguePage.js';
import { DryRunPage } from './dry-run/DryRunPage.js';
import { HealthPage } from './HealthPage.js';
import { LocksPage } from './LocksPage.js';
import { QueuesPage } from './QueuesPage.js';
import { OutboundRoutesPage } from './OutboundRoutesPage.js';
import { RosterPage } from './roster/RosterPage.js';
import { RulesPage } from './rules/RulesPage.js';
import { VersionsPage } from './rules/VersionsPage.js';
import { SkillsPage } from './SkillsPage.js';
import { AnnouncementsPage } from './sla/AnnouncementsPage.js';
import { CalendarsPage } from './sla/CalendarsPage.js';
import { DutyOfficersPage } from './sla/DutyOfficersPage.js';
import { SlaPoliciesPage } from './sla/SlaPoliciesPage.js';
import { StartPage } from './StartPage.js';
import { TemplatesPage } from './templates/TemplatesPage.js';
import { TokensPage } from './TokensPage.js';
import { UsersPage } from './UsersPage.js';
import { WebhooksPage } from './webhooks/WebhooksPage.js';

const PAGES: Record<string, () => React.ReactNode> = {
  start: StartPage,
  users: UsersPage,
  locks: LocksPage,
  queues: QueuesPage,
  rules: RulesPage,
  versions: VersionsPage,
  'dry-run': DryRunPage,
  skills: SkillsPage,
  roster: RosterPage,
  templates: TemplatesPage,
  'canned-replies': CannedRepliesPage,
  calendars: CalendarsPage,
  announcements: AnnouncementsPage,
  promises: SlaPoliciesPage,
  duty: DutyOfficersPage,
  'api-keys': ApiKeysPage,
  'blocked-callers': BlockedCallersPage,
  'outbound-routes': OutboundRoutesPage,
  tokens: TokensPage,
  webhooks: WebhooksPage,
  health: HealthPage,
  audit: AuditPage,
};

/** All administration pages in one lazy chunk, because most users never open them. */
function Administration() {
  const { page } = useParams();
  const { permissions } = useCurrentUser();
  if (page === undefined) return <Navigate to={`/admin/${firstOf(pagesFor(permissions))}`} replace />;
  const Page = PAGES[page];
  const isCatalogue = Object.hasOwn(CATALOGUES, page);
  return (
    <AdminLayout>
      {Page ? (
        <Page />
      ) : isCatalogue ? (
        <CataloguePage key={page} name={page as CatalogueName} />
      ) : (
        <NotFound />
      )}
    </AdminLayout>
  );
}

/** Opens the users page first for those who may see it. */
const firstOf = (open: string[]) => (open.includes('users') ? 'users' : (open[0] ?? 'users'));

export const administration = { Component: Administration };
