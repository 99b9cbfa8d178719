import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
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
        <Notices />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

/** Over the requester's pane, where they cover nothing that is being written. */
function Notices() {
  const { dir } = useDirection();
  return (
    <Notifications
      position={dir === 'rtl' ? 'bottom-left' : 'bottom-right'}
      containerWidth={256}
      zIndex={500}
    />
  );
}

/** Mantine's menus and popovers turn round together with the page. */
function FollowLanguage() {
  const { language } = useFormats();
  const { setDirection } = useDirection();
  useEffect(() => setDirection(directionOf(language)), [language, setDirection]);
  return null;
}
