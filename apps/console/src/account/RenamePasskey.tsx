import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Passkey, secondFactorApi } from '../api/second-factor-api.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { TextInput } from '../ui/fields.js';
import { useInvalidateSecondFactor } from './use-second-factor.js';

export function RenamePasskey({ passkey, close }: { passkey: Passkey; close: () => void }) {
  const { t } = useTranslation();
  const changed = useInvalidateSecondFactor();
  const [name, setName] = useState(passkey.name);
  const save = useMutation({
    mutationFn: () => secondFactorApi.renamePasskey(passkey.id, name.trim()),
    onSuccess: () => {
      changed();
      close();
    },
  });
  return (
    <Dialog title={t('passkey.renameNamed', { name: passkey.name })} close={close}>
      <DialogForm saving={save} submit={() => save.mutate()} close={close}>
        <TextInput
          label={t('passkey.name')}
          dir="auto"
          required
          maxLength={60}
          data-autofocus
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
      </DialogForm>
    </Dialog>
  );
}
