import { useTranslation } from 'react-i18next';
import type { Template } from '../../api/templates-api.js';

/** The display name of a notice and its medium. */
export function useTemplateName(): (template: Pick<Template, 'kind' | 'medium'>) => string {
  const { t } = useTranslation();
  return ({ kind, medium }) => `${t(`template.kind.${kind}`)} · ${t(`template.medium.${medium}`)}`;
}
