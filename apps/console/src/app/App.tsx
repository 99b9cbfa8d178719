import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from '../api/query-client.js';
import { useFormats } from '../i18n/format.js';
import { directionOf } from '../i18n/languages.js';
import { router } from './router.js';
import { theme } from './theme.js';

export function App() {
  return (
    <DirectionProvider detectDirection>
      {/* variables and classes come from the stylesheet: see mantine-variables.ts */}
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <FollowLanguage />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

/** Mirrors Mantine's menus and popovers in right-to-left languages. */
function FollowLanguage() {
  const { language } = useFormats();
  const { setDirection } = useDirection();
  useEffect(() => setDirection(directionOf(language)), [language, setDirection]);
  return null;
}
