import { Alert, Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordApi } from '../api/admin-api.js';
import { TextInput } from '../ui/fields.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './SignIn.module.css';

/** Requests a reset link by mail; the response does not reveal whether the account exists. */
export function ForgottenPassword({ email: typed, back }: { email: string; back: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [email, setEmail] = useState(typed);
  const ask = useMutation({ mutationFn: () => passwordApi.requestReset(email.trim()) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <Stack>
        {ask.isError && (
          <Alert color="red" role="alert" className={classes.alert}>
            {problemText(ask.error)}
          </Alert>
        )}
        {ask.isSuccess ? (
          <Alert color="green" role="status" className={classes.alert}>
            {t('signIn.resetSent')}
          </Alert>
        ) : (
          <>
            <TextInput
              label={t('signIn.email')}
              description={t('signIn.resetHint')}
              type="email"
              name="email"
              autoComplete="username"
              dir="ltr"
              required
              autoFocus
              value={email}
              onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            />
            <Button type="submit" loading={ask.isPending} fullWidth>
              {t('signIn.resetSubmit')}
            </Button>
          </>
        )}
        <Button variant="subtle" onClick={back} fullWidth>
          {t('signIn.back')}
        </Button>
      </Stack>
    </form>
  );
}
