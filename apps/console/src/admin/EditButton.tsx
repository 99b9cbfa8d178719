import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Opens a row of a list; the accessible name includes the name of the row. */
export function EditButton({ name, edit }: { name: string; edit: () => void }) {
  const { t } = useTranslation();
  return (
    <Button size="xs" variant="default" aria-label={t('admin.editNamed', { name })} onClick={edit}>
      {t('admin.edit')}
    </Button>
  );
}
