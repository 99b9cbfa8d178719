import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/session.js';
import { DecisionDialog } from './DecisionDialog.js';

/** For supervisors: opens the routing decision behind an offer. */
export function WhyThisAgent({ offer }: { offer: string }) {
  const { t } = useTranslation();
  const maySee = useMay('board.read');
  const [isOpen, setOpen] = useState(false);
  if (!maySee) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {t('decision.open')}
      </Button>
      {isOpen && <DecisionDialog offer={offer} close={() => setOpen(false)} />}
    </>
  );
}
