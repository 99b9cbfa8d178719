import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './SignIn.module.css';

/** Shown for a one-time link that was used, replaced or has expired. */
export function GoneLink({ error, hint }: { error: unknown; hint?: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <>
      <Alert color="red" role="alert" mt="md" title={t('setPassword.gone')} className={classes.alert}>
        {problemText(error)} {hint}
      </Alert>
      <Button component={Link} to="/" variant="default" mt="md" fullWidth>
        {t('setPassword.toSignIn')}
      </Button>
    </>
  );
}
