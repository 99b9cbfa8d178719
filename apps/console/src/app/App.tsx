import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from '../api/query-client.js';
import { useFormats } from '../i18n/format.js';
import { directionOf } from '../i18n/languages.js';
import { router } from './router.js';
import classes from './Shell.module.css';
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

/** Over the requester pane, where notifications cover no input field; calls and offers are at its end. Above dialogs, below menus. */
function Notices() {
  const { dir } = useDirection();
  return (
    <Notifications
      position={dir === 'rtl' ? 'top-left' : 'top-right'}
      containerWidth={256}
      className={classes.notices}
      zIndex={250}
    />
  );
}

/** Mirrors Mantine's menus and popovers in right-to-left languages. */
function FollowLanguage() {
  const { language } = useFormats();
  const { setDirection } = useDirection();
  useEffect(() => setDirection(directionOf(language)), [language, setDirection]);
  return null;
}
