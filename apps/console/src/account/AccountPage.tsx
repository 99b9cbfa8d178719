import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../admin/Admin.module.css';
import { useTitle } from '../ui/use-title.js';
import { ChangePassword } from './ChangePassword.js';
import { OneTimeCodes } from './OneTimeCodes.js';
import { OwnSessions } from './OwnSessions.js';
import { Passkeys } from './Passkeys.js';
import { RecoveryCodes } from './RecoveryCodes.js';

/** The user's own account, mainly sign-in methods. */
export function AccountPage() {
  const { t } = useTranslation();
  useTitle(t('account.title'));
  return (
    <div className={classes.page}>
      <h1>{t('account.title')}</h1>
      <Section title={t('account.password')}>
        <ChangePassword />
      </Section>
      <Section title={t('account.passkeys')}>
        <Passkeys />
      </Section>
      <Section title={t('account.otp')}>
        <OneTimeCodes />
      </Section>
      <Section title={t('account.recovery')}>
        <RecoveryCodes />
      </Section>
      <Section title={t('account.sessions.title')}>
        <OwnSessions />
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
