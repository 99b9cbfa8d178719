import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../session/session.js';
import { RoutingDecisionDialog } from './RoutingDecisionDialog.js';

/** For supervisors: opens the routing decision behind an offer. */
export function RoutingDecisionButton({ offer }: { offer: string }) {
  const { t } = useTranslation();
  const maySee = usePermission('board.read');
  const [isOpen, setOpen] = useState(false);
  if (!maySee) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {t('decision.open')}
      </Button>
      {isOpen && <RoutingDecisionDialog offer={offer} close={() => setOpen(false)} />}
    </>
  );
}
