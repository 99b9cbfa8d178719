import { Alert, Button, Divider, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oidcApi } from '../api/oidc-api.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { useTitle } from '../ui/use-title.js';
import { AuthLayout } from './AuthLayout.js';
import { ForgottenPassword } from './ForgottenPassword.js';
import { OidcStep } from './OidcStep.js';
import { PasswordStep } from './PasswordStep.js';
import {
  afterPassword,
  secondFactorOfCode,
  SecondFactorStep,
  type SecondFactorChallenge,
} from './SecondFactorStep.js';
import { refusalKey, takeSignInCode } from './sign-in-code.js';
import { useSignInMethods } from './use-sign-in-methods.js';
import classes from './SignIn.module.css';

/** The identity provider, password or passkey, then the second factor if there is one. */
export function SignIn() {
  const { t } = useTranslation();
  const [code, setCode] = useState(takeSignInCode);
  const afterProvider = code ? secondFactorOfCode(code) : null;
  useTitle(t('signIn.title'));
  return (
    <AuthLayout heading={t('app.name')}>
      <p className={classes.lead}>{t('signIn.lead')}</p>
      {code && !afterProvider && (
        <Alert color="red" role="alert" title={t('signIn.failed')} mb="md" className={classes.alert}>
          {t(refusalKey(code) as 'signIn.refusal.oidc_failed')}
        </Alert>
      )}
      {afterProvider ? (
        <SecondFactorStep second={afterProvider} steps={oidcApi} back={() => setCode(null)} />
      ) : (
        <Methods />
      )}
    </AuthLayout>
  );
}

function Methods() {
  const { t } = useTranslation();
  const { isPending, password, oidc, label } = useSignInMethods();
  const [isEmergency, setEmergency] = useState(false);
  if (isPending) return <LoadingIndicator />;
  if (!oidc) return <ByPassword />;
  return (
    <Stack>
      <OidcStep label={label} />
      {password || isEmergency ? (
        <>
          <Divider label={t('signIn.or')} />
          {isEmergency && <p className={classes.hint}>{t('signIn.emergencyHint')}</p>}
          <ByPassword />
        </>
      ) : (
        <Button variant="subtle" fullWidth onClick={() => setEmergency(true)}>
          {t('signIn.emergency')}
        </Button>
      )}
    </Stack>
  );
}

function ByPassword() {
  const [forgotten, setForgotten] = useState(false);
  const [form, setForm] = useState({ email: '', password: '' });
  const [second, setSecond] = useState<SecondFactorChallenge | null>(null);
  if (forgotten) return <ForgottenPassword email={form.email} back={() => setForgotten(false)} />;
  if (second)
    return <SecondFactorStep second={second} steps={afterPassword(form)} back={() => setSecond(null)} />;
  return (
    <PasswordStep form={form} change={setForm} askSecond={setSecond} forgotten={() => setForgotten(true)} />
  );
}
