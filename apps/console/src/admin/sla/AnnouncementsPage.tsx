import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.js';
import { useTitle } from '../../ui/use-title.js';
import classes from '../Admin.module.css';
import { AnnounceDialog } from './AnnounceDialog.js';
import { AnnouncementList } from './AnnouncementList.js';
import { Recomputations } from './Recomputations.js';

/** What was decided lately: months of the moon, days, clocks; and how far the promises have followed. */
export function AnnouncementsPage() {
  const { t } = useTranslation();
  const [announcing, setAnnouncing] = useState(false);
  useTitle(t('admin.page.announcements'));
  return (
    <div className={classes.page}>
      <Group justify="space-between">
        <h1>{t('admin.page.announcements')}</h1>
        <Button leftSection={<Icon name="plus" />} onClick={() => setAnnouncing(true)}>
          {t('sla.announce.new')}
        </Button>
      </Group>
      <p className={classes.lead}>{t('sla.announce.lead')}</p>
      <AnnouncementList />
      <Recomputations />
      {announcing && <AnnounceDialog close={() => setAnnouncing(false)} />}
    </div>
  );
}
