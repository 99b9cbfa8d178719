import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Rules } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { changesOf } from './changes.js';
import { discardDraft, rebaseDraft, useDraft, type useRules } from './rules-draft.js';
import { PublishRulesDialog } from './PublishRulesDialog.js';
import classes from './Rules.module.css';

interface Props {
  current: { version: number; rules: Rules };
  draft: ReturnType<typeof useRules>;
  isFaulty: boolean;
}

/** What is in force, what is thought over, and what can be done with it. */
export function DraftBar({ current, draft, isFaulty }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [isAsked, ask] = useDisclosure(false);
  const base = useDraft((state) => state.base);
  const version = number(current.version);
  const changes = changesOf(current.rules, draft.rules).length;
  return (
    <>
      {draft.isOvertaken && (
        <Alert
          color="yellow"
          role="alert"
          mb="md"
          title={t('rules.overtaken', { version, base: number(base) })}
        >
          <Button size="xs" variant="default" onClick={() => rebaseDraft(current.version)}>
            {t('rules.rebase')}
          </Button>
        </Alert>
      )}
      <div className={classes.bar}>
        <span className={classes.barText} role="status">
          {draft.isDraft
            ? t('rules.draft', { version, count: changes })
            : current.version === 0
              ? t('rules.inForceFirst')
              : t('rules.inForce', { version })}
        </span>
        <Button variant="default" component={Link} to="/admin/dry-run">
          {t('rules.tryOut')}
        </Button>
        {draft.isDraft && (
          <>
            <Button variant="default" onClick={discardDraft}>
              {t('rules.drop')}
            </Button>
            <Button onClick={ask.open} disabled={isFaulty || draft.isOvertaken}>
              {t('rules.putInForce')}
            </Button>
          </>
        )}
      </div>
      {draft.isDraft && (
        <PublishRulesDialog
          opened={isAsked}
          close={ask.close}
          before={current.rules}
          after={draft.rules}
          seen={base}
        />
      )}
    </>
  );
}
