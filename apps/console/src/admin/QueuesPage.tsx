import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQueues } from '../api/queries.js';
import { useFormats } from '../i18n/format.js';
import type { Localized } from '../i18n/languages.js';
import { CataloguePage } from './CataloguePage.js';
import { UnservedWarning } from './UnservedWarning.js';

/** Queues as such: names, numbers and times; how each is routed is a page of its own. */
export function QueuesPage() {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  const unserved = (queues.data ?? []).flatMap(({ key, unserved: reason }) =>
    reason ? [{ queue: key, reason }] : [],
  );
  return (
    <CataloguePage
      name="queues"
      above={<UnservedWarning unserved={unserved} />}
      beside={(row) => (
        <Button
          size="xs"
          variant="default"
          component={Link}
          to={`/admin/rules?part=queue:${String(row['key'])}`}
          aria-label={t('rules.rulesOf', { queue: localized(row['name'] as Localized) })}
        >
          {t('rules.rules')}
        </Button>
      )}
    />
  );
}
