import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Shades 7 (light) and 8 (dark) carry white text at 4.5:1 or better. */
const petrol = [
  '#e8f6f5',
  '#d3ebe9',
  '#a6d7d3',
  '#76c2bc',
  '#4fb0a9',
  '#36a59d',
  '#1f928a',
  '#0f7770',
  '#0b6862',
  '#07524d',
] as const;

export const theme = createTheme({
  colors: { petrol },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 8 },
  fontFamily: "'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Noto Sans', 'Noto Sans Arabic', monospace",
  headings: { fontWeight: '600' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // locking the page's scroll would put a <style> element into it, which our content security policy refuses
    Modal: { defaultProps: { lockScroll: false, centered: true } },
    // its <header> would count as a second banner of the page
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Drawer: { defaultProps: { lockScroll: false } },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Select: { defaultProps: { allowDeselect: false, checkIconPosition: 'right' } },
  },
});

/** Mantine's defaults for dimmed text and errors have less than 4.5:1 contrast on our backgrounds. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#565e66',
    '--mantine-color-placeholder': '#676f77',
    '--mantine-color-error': '#c21f1f',
    // titles of alerts, and words on light buttons
    '--mantine-color-green-light-color': '#12692b',
    '--mantine-color-red-light-color': '#a61b1b',
    '--mantine-color-yellow-light-color': '#7a4d00',
    '--mantine-color-blue-light-color': '#11539e',
  },
  dark: {
    '--mantine-color-dimmed': '#b3b8bd',
    '--mantine-color-placeholder': '#a3a8ad',
    '--mantine-color-error': '#ff9b9b',
  },
});
