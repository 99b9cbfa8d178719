import { Button, Stack, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddPasskey } from '../account/AddPasskey.js';
import { ConfirmIdentityDialog } from '../account/ConfirmIdentityDialog.js';
import { EnrolTotp } from '../account/EnrolTotp.js';
import { browserSupportsWebAuthn } from '../account/passkey-ceremonies.js';
import { RecoveryCodeList } from '../account/RecoveryCodeList.js';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import { Notices } from '../app/Notices.js';
import { useTitle } from '../ui/use-title.js';
import { AuthLayout } from './AuthLayout.js';
import { signOut } from './sign-out.js';
import classes from './SignIn.module.css';

/** Shown to users whose role requires a second factor, until they have enrolled one. */
export function EnrolPage() {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[] | null>(null);
  useTitle(t('enrol.title'));
  const goOn = () => void queryClient.invalidateQueries({ queryKey: queryKeys.session });
  const done = (recoveryCodes: string[] | null) => (recoveryCodes ? setCodes(recoveryCodes) : goOn());
  return (
    <AuthLayout heading={t('enrol.title')}>
      <p className={classes.lead}>{t('enrol.lead')}</p>
      <Stack>
        {codes ? <RecoveryCodeList codes={codes} done={goOn} /> : <Choice done={done} />}
        <Button variant="subtle" fullWidth onClick={() => void signOut()}>
          {t('enrol.signOut')}
        </Button>
      </Stack>
      <ConfirmIdentityDialog />
      <Notices />
    </AuthLayout>
  );
}

function Choice({ done }: { done: (recoveryCodes: string[] | null) => void }) {
  const { t } = useTranslation();
  return (
    <Tabs defaultValue={browserSupportsWebAuthn() ? 'passkey' : 'app'} keepMounted={false}>
      <Tabs.List grow>
        <Tabs.Tab value="passkey">{t('enrol.passkey')}</Tabs.Tab>
        <Tabs.Tab value="app">{t('enrol.app')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="passkey" pt="md">
        <p>{t('passkey.lead')}</p>
        <AddPasskey done={done} />
      </Tabs.Panel>
      <Tabs.Panel value="app" pt="md">
        <p>{t('account.otpLead')}</p>
        <EnrolTotp done={done} />
      </Tabs.Panel>
    </Tabs>
  );
}
