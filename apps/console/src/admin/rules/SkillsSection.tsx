import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SkillRule } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { Icon } from '../../ui/icons.js';
import { replaced, type SettingsProps, without } from './form.js';
import classes from './Rules.module.css';
import { useRuleLabels, useSkills } from './use-rule-labels.js';

export const LEVELS = [1, 2, 3, 4, 5] as const;
const NEEDS = ['required', 'preferred'] as const;
const LANGUAGE_NEEDS = ['required', 'preferred', 'ignored'] as const;

/** Skills that a queue requires before any relaxation. */
export function SkillsSection({ settings, change, faultAt }: SettingsProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const words = useRuleLabels();
  const skills = useSkills();
  const asked = new Set(settings.skills.map(({ skill }) => skill));
  const next = skills.data?.find(({ key, kind }) => !asked.has(key) && kind !== 'language');
  const set = (list: SkillRule[]) => change({ ...settings, skills: list });
  const levels = LEVELS.map((level) => ({ value: String(level), label: number(level) }));
  return (
    <fieldset className={classes.section}>
      <legend>{t('rules.section.skills')}</legend>
      <p>{t('rules.hint.skills')}</p>
      <div className={classes.row}>
        <NativeSelect
          label={t('rules.field.language')}
          value={settings.language.need}
          data={LANGUAGE_NEEDS.map((need) => ({ value: need, label: words.need(need) }))}
          onChange={({ currentTarget }) =>
            change({
              ...settings,
              language: { ...settings.language, need: currentTarget.value as 'required' },
            })
          }
        />
        <NativeSelect
          label={t('rules.languageLevel')}
          value={String(settings.language.level)}
          error={faultAt('language.level')}
          data={levels}
          disabled={settings.language.need === 'ignored'}
          onChange={({ currentTarget }) =>
            change({ ...settings, language: { ...settings.language, level: Number(currentTarget.value) } })
          }
        />
      </div>
      {settings.skills.map((rule, n) => (
        <div className={classes.row} key={`${n} ${rule.skill}`}>
          <NativeSelect
            label={t('rules.skill', { n: number(n + 1) })}
            value={rule.skill}
            error={faultAt(`skills.${n}.skill`)}
            data={choices(skills.data, rule.skill).map((key) => ({
              value: key,
              label: words.skillName(key),
            }))}
            onChange={({ currentTarget }) =>
              set(replaced(settings.skills, n, { ...rule, skill: currentTarget.value }))
            }
          />
          <NativeSelect
            label={t('rules.needOf', { skill: words.skillName(rule.skill) })}
            value={rule.need}
            data={NEEDS.map((need) => ({ value: need, label: words.need(need) }))}
            onChange={({ currentTarget }) =>
              set(replaced(settings.skills, n, { ...rule, need: currentTarget.value as SkillRule['need'] }))
            }
          />
          <NativeSelect
            label={t('rules.levelOf', { skill: words.skillName(rule.skill) })}
            value={String(rule.level)}
            error={faultAt(`skills.${n}.level`)}
            data={levels}
            onChange={({ currentTarget }) =>
              set(replaced(settings.skills, n, { ...rule, level: Number(currentTarget.value) }))
            }
          />
          <Button
            variant="default"
            onClick={() => set(without(settings.skills, n))}
            aria-label={t('rules.removeSkill', { skill: words.skillName(rule.skill) })}
          >
            {t('rules.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          disabled={!next}
          onClick={() => next && set([...settings.skills, { skill: next.key, level: 1, need: 'required' }])}
        >
          {t('rules.addSkill')}
        </Button>
      </div>
    </fieldset>
  );
}

/** A deleted skill stays visible so that its validation error can be fixed. */
function choices(skills: { key: string }[] | undefined, chosen: string): string[] {
  const known = (skills ?? []).map(({ key }) => key);
  return known.includes(chosen) ? known : [chosen, ...known];
}
