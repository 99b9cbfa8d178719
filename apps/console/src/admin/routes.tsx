import { Navigate, useParams } from 'react-router';
import { NotFound } from '../app/PageFailed.js';
import { AdminLayout } from './AdminLayout.js';
import { ApiKeysPage } from './ApiKeysPage.js';
import { AuditPage } from './AuditPage.js';
import { type CatalogueName, CATALOGUES } from './catalogue.js';
import { CataloguePage } from './CataloguePage.js';
import { HealthPage } from './HealthPage.js';
import { AnnouncementsPage } from './sla/AnnouncementsPage.js';
import { CalendarsPage } from './sla/CalendarsPage.js';
import { DutyPage } from './sla/DutyPage.js';
import { PromisesPage } from './sla/PromisesPage.js';
import { StartPage } from './StartPage.js';
import { UsersPage } from './UsersPage.js';

const PAGES: Record<string, () => React.ReactNode> = {
  start: StartPage,
  users: UsersPage,
  calendars: CalendarsPage,
  announcements: AnnouncementsPage,
  promises: PromisesPage,
  duty: DutyPage,
  'api-keys': ApiKeysPage,
  health: HealthPage,
  audit: AuditPage,
};

/** All of administration, loaded when its first page is opened: most people never do. */
function Administration() {
  const { page } = useParams();
  if (page === undefined) return <Navigate to="/admin/users" replace />;
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

export const administration = { Component: Administration };
