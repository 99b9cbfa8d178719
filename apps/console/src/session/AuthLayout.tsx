import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ColorSchemeSwitch } from '../app/ColorSchemeSwitch.js';
import { LanguageSwitch } from '../app/LanguageSwitch.js';
import classes from './SignIn.module.css';

/** Layout of all pages before sign-in: a card with the logo, and language and colour scheme in the footer. */
export function AuthLayout({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <img src="/favicon.svg" alt="" width={48} height={48} />
        <Title order={1} size="h2" mt="sm">
          {heading}
        </Title>
        {children}
        <div className={classes.foot}>
          <LanguageSwitch />
          <ColorSchemeSwitch />
        </div>
      </main>
    </div>
  );
}
