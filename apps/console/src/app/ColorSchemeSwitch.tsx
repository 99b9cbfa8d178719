import { Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.js';

export function ColorSchemeSwitch() {
  const { t } = useTranslation();
  // pausing transitions would put a <style> element into the page, which our content security policy refuses
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <Button
      variant="subtle"
      size="compact-md"
      leftSection={<Icon name="sun" size={16} />}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? t('menu.light') : t('menu.dark')}
    </Button>
  );
}
