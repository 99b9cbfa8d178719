import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { oidcApi } from '../api/oidc-api.js';
import { unlockAudio } from '../offers/offer-sound.js';
import { wasSignedOut } from './signed-out.js';
import classes from './SignIn.module.css';

/** Leads to the identity provider, and after signing out to the page where its own session ends. */
export function OidcStep({ label }: { label: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        component="a"
        href={oidcApi.beginUrl()}
        fullWidth
        onClick={unlockAudio}
        classNames={{ root: classes.provider, label: classes.providerLabel }}
      >
        {label}
      </Button>
      {wasSignedOut() && (
        <Anchor href={oidcApi.endAtProviderUrl} className={classes.elsewhere}>
          {t('signIn.endAtProvider')}
        </Anchor>
      )}
    </>
  );
}
