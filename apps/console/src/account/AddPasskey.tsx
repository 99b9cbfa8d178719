import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { secondFactorApi } from '../api/second-factor-api.js';
import { TextInput } from '../ui/fields.js';
import { withIdentityConfirmation } from './confirm-identity.js';
import { PasskeyError } from './PasskeyError.js';
import { browserSupportsWebAuthn, createPasskey } from './passkey-ceremonies.js';

/**
 * Names and creates a passkey.
 * @param done receives recovery codes if this is the first second factor
 */
export function AddPasskey({ done }: { done: (recoveryCodes: string[] | null) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      const asked = await withIdentityConfirmation(() => secondFactorApi.askForNewPasskey());
      const { challenge, credential } = await createPasskey(asked);
      return withIdentityConfirmation(() => secondFactorApi.addPasskey(name.trim(), challenge, credential));
    },
    onSuccess: ({ recoveryCodes }) => {
      setName('');
      done(recoveryCodes);
    },
  });
  if (!browserSupportsWebAuthn()) return <p>{t('passkey.unsupported')}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Stack maw="26rem">
        <PasskeyError error={add.error} />
        <TextInput
          label={t('passkey.name')}
          description={t('passkey.nameHint')}
          dir="auto"
          required
          maxLength={60}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('passkey.add')}
        </Button>
      </Stack>
    </form>
  );
}
