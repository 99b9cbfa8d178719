import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '../AdminPage.js';
import { AnnounceDialog } from './AnnounceDialog.js';
import { AnnouncementList } from './AnnouncementList.js';
import { Recomputations } from './Recomputations.js';

/** Announcements about months, days and time zones, and the progress of the recomputation they caused. */
export function AnnouncementsPage() {
  const { t } = useTranslation();
  const [announcing, setAnnouncing] = useState(false);
  return (
    <AdminPage
      title={t('admin.page.announcements')}
      lead={t('sla.announce.lead')}
      add={{ label: t('sla.announce.new'), open: () => setAnnouncing(true) }}
    >
      <AnnouncementList />
      <Recomputations />
      {announcing && <AnnounceDialog close={() => setAnnouncing(false)} />}
    </AdminPage>
  );
}
