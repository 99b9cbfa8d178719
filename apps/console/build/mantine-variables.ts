import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  type MantineTheme,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { cssVariables, theme } from '../src/app/theme.ts';

const ID = 'virtual:mantine-variables.css';
const RESOLVED = '/__mantine-variables.css';

/**
 * Writes the theme's CSS variables into the stylesheet at build time. Mantine would put them into a <style> element
 * at run time, which a content security policy without 'unsafe-inline' refuses.
 */
export function mantineVariables(): Plugin {
  return {
    name: 'wasl-mantine-variables',
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? stylesheet() : undefined),
  };
}

function stylesheet(): string {
  const merged: MantineTheme = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(merged);
  const own = cssVariables(merged);
  return convertCssVariables(
    {
      variables: { ...base.variables, ...own.variables },
      light: { ...base.light, ...own.light, '--mantine-color-scheme': 'light' },
      dark: { ...base.dark, ...own.dark, '--mantine-color-scheme': 'dark' },
    },
    ':root',
  );
}
