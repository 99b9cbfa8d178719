import { useTranslation } from 'react-i18next';
import type { ProfileRules, QueueSettings, RelaxStep, SkillRule } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { useExists } from '../../i18n/use-exists.js';
import type { RuleChange, RulePart } from './changes.js';
import { useRuleLabels } from './use-rule-labels.js';

/** One line of text per change: field, old value, new value. */
export function useChangeText() {
  const { t } = useTranslation();
  const exists = useExists();
  const { number } = useFormats();
  const words = useRuleLabels();

  const nameOf = ({ field, name }: RuleChange): string => {
    switch (field) {
      case 'headStart':
        return t('rules.field.headStart', { name: exists(`rules.headStart.${name ?? ''}`) ?? name });
      case 'units':
        return t('rules.field.units', { name: words.kindName(name ?? '') });
      case 'profile':
        return t('rules.field.profile', { name });
      case 'skill':
        return t('rules.field.skill', { name: words.skillName(name ?? '') });
      case 'step':
        return t('rules.field.step', { name });
      default:
        return t(`rules.field.${field}`);
    }
  };

  const valueOf = ({ field }: RuleChange, value: unknown): string => {
    switch (field) {
      case 'own':
        return t(value ? 'rules.ownYes' : 'rules.ownNo');
      case 'calendar':
        return words.calendar(value as string | null);
      case 'skill':
        return value ? words.skill(value as SkillRule) : t('rules.notAsked');
      case 'step':
        return value ? words.step(value as RelaxStep) : t('rules.noStep');
      case 'profile':
        return value ? words.profile(value as ProfileRules) : t('rules.noProfile');
      case 'language':
        return words.language(value as QueueSettings['language']);
      case 'calls':
        return t(`rules.calls.${String(value)}` as 'rules.calls.reject');
      case 'units':
        return value === undefined ? '—' : number(Number(value));
      case 'perAgent':
      case 'total':
        return value === null ? t('rules.noLimit') : number(Number(value));
      default:
        return value == null ? t('rules.never') : words.duration(Number(value));
    }
  };

  return {
    part: (part: RulePart): string =>
      part.kind === 'queue'
        ? t('rules.partQueue', { queue: words.queueName(part.key) })
        : t(`rules.part.${part.kind}`),
    change: (change: RuleChange): string =>
      t('rules.changed', {
        name: nameOf(change),
        from: valueOf(change, change.from),
        to: valueOf(change, change.to),
      }),
  };
}
