import { useTranslation } from 'react-i18next';
import type { Template } from '../../api/templates-api.js';

/** A notice and its medium in words. */
export function useTemplateName(): (template: Pick<Template, 'kind' | 'medium'>) => string {
  const { t } = useTranslation();
  return ({ kind, medium }) => `${t(`template.kind.${kind}`)} · ${t(`template.medium.${medium}`)}`;
}
