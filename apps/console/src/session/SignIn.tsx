import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../ui/use-title.js';
import { AuthLayout } from './AuthLayout.js';
import { ForgottenPassword } from './ForgottenPassword.js';
import { PasswordStep } from './PasswordStep.js';
import { SecondFactorStep, type SecondFactorChallenge } from './SecondFactorStep.js';
import classes from './SignIn.module.css';

/** Password or passkey, then the second factor if there is one. */
export function SignIn() {
  const { t } = useTranslation();
  const [forgotten, setForgotten] = useState(false);
  const [form, setForm] = useState({ email: '', password: '' });
  const [second, setSecond] = useState<SecondFactorChallenge | null>(null);
  useTitle(t('signIn.title'));
  return (
    <AuthLayout heading={t('app.name')}>
      <p className={classes.lead}>{t('signIn.lead')}</p>
      {forgotten ? (
        <ForgottenPassword email={form.email} back={() => setForgotten(false)} />
      ) : second ? (
        <SecondFactorStep {...form} second={second} back={() => setSecond(null)} />
      ) : (
        <PasswordStep
          form={form}
          change={setForm}
          askSecond={setSecond}
          forgotten={() => setForgotten(true)}
        />
      )}
    </AuthLayout>
  );
}
