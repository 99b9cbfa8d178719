import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rowsApi } from '../../api/admin-api.js';
import { queryKeys } from '../../api/query-keys.js';
import { useQueues } from '../../api/queries.js';
import type { ProfileRules, QueueSettings, RelaxStep, SkillRule } from '../../api/routing-api.js';
import { localeOf, useFormats } from '../../i18n/format.js';
import type { Localized } from '../../i18n/languages.js';
import { useExists } from '../../i18n/use-exists.js';
import { durationText } from './duration.js';

/** The calendar with this key holds the country's opening hours. */
export const COUNTRY_CALENDAR = 'country';

/** Skills that work may require, as far as the user may see them. */
export const useSkills = () =>
  useQuery({
    queryKey: queryKeys.rowChoices('skills'),
    queryFn: async () =>
      (await rowsApi.all('/api/v1/admin/skills')) as unknown as {
        key: string;
        kind: string;
        name: Localized;
      }[],
  });

export const useCalendars = () =>
  useQuery({
    queryKey: queryKeys.rowChoices('calendars'),
    queryFn: async () =>
      (await rowsApi.list('/api/v1/admin/calendars', null)).data as unknown as {
        key: string;
        name: Localized;
        active: boolean;
      }[],
  });

/** Display names for the fields and values of the rules. */
export function useRuleLabels() {
  const { t } = useTranslation();
  const exists = useExists();
  const { language, localized, number } = useFormats();
  const queues = useQueues();
  const skills = useSkills();
  const calendars = useCalendars();
  const nameIn = (list: { key: string; name: Localized }[] | undefined, key: string) => {
    const found = list?.find((one) => one.key === key);
    return found ? localized(found.name) : key;
  };
  const list = (parts: string[]) => parts.join(t('list.separator'));
  const duration = (seconds: number) => durationText(seconds, localeOf(language));
  const queueName = (key: string) => nameIn(queues.data, key);
  const skillName = (key: string) => nameIn(skills.data, key);
  const kindName = (kind: string) =>
    kind === 'call' ? t('rules.call') : (exists(`channel.${kind}`) ?? kind);
  const need = (value: string) => t(`rules.need.${value}` as 'rules.need.required');

  const step = ({ afterSeconds, levels, language: asked, queues: open, pools, entities }: RelaxStep) =>
    t('rules.stepText', {
      time: duration(afterSeconds),
      what:
        list([
          ...Object.entries(levels ?? {}).map(([skill, level]) =>
            level === 0
              ? t('rules.skillDropped', { skill: skillName(skill) })
              : t('rules.skillLowered', { skill: skillName(skill), level: number(level) }),
          ),
          ...(asked ? [t('rules.languageNow', { need: need(asked) })] : []),
          ...(open ?? []).map((key) => t('rules.opensQueue', { queue: queueName(key) })),
          ...(pools ?? []).map((pool) => t('rules.opensPool', { pool })),
          ...(entities ?? []).map((entity) => t('rules.opensEntity', { entity })),
        ]) || t('rules.nothingRelaxed'),
    });

  return {
    ...{ duration, queueName, skillName, kindName, need, step },
    skill: ({ need: asked, level }: Omit<SkillRule, 'skill'>) =>
      t('rules.asked', { need: need(asked), level: number(level) }),
    language: ({ need: asked, level }: QueueSettings['language']) =>
      t('rules.asked', { need: need(asked), level: number(level) }),
    profile: ({ interruptible, kinds }: ProfileRules) =>
      list([
        t(interruptible ? 'rules.interruptible' : 'rules.uninterruptible'),
        kinds ? list(kinds.map(kindName)) : t('rules.everyKind'),
      ]),
    calendar: (key: string | null) =>
      key === null
        ? t('rules.alwaysOpen')
        : key === COUNTRY_CALENDAR
          ? t('rules.countryHours')
          : nameIn(calendars.data, key),
  };
}
