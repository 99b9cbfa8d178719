import { useTranslation } from 'react-i18next';
import type { Rules } from '../../api/routing-api.js';
import classes from './Rules.module.css';
import { changesOf, type RuleChange } from './changes.js';
import { useChangeText } from './use-change-text.js';

/** Everything that differs between two versions, part by part. */
export function ChangeList({ before, after }: { before: Rules; after: Rules }) {
  const { t } = useTranslation();
  const text = useChangeText();
  const parts = new Map<string, RuleChange[]>();
  for (const change of changesOf(before, after)) {
    const name = text.part(change.part);
    parts.set(name, [...(parts.get(name) ?? []), change]);
  }
  if (parts.size === 0) return <p className={classes.quiet}>{t('rules.sameAsBefore')}</p>;
  return (
    <dl className={classes.changes}>
      {[...parts].map(([name, changes]) => (
        <div key={name}>
          <dt>{name}</dt>
          {changes.map((change) => (
            <dd key={`${change.field} ${change.name ?? ''}`}>{text.change(change)}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
