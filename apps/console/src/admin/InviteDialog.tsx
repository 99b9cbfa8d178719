import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usersApi } from '../api/admin-api.js';
import { keys } from '../api/keys.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { OneTimeLink } from './OneTimeLink.js';
import { bodyOfUser, EMPTY_USER, UserFields } from './UserFields.js';

/** Makes an account without a password, and shows the link with which its owner sets one. */
export function InviteDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [form, setForm] = useState(EMPTY_USER);
  const invite = useMutation({
    mutationFn: () => usersApi.create(bodyOfUser(form)),
    onSuccess: () => void queries.invalidateQueries({ queryKey: keys.allUsers }),
  });
  const leave = () => {
    close();
    setForm(EMPTY_USER);
    invite.reset();
  };
  return (
    <Modal
      opened={opened}
      onClose={leave}
      size="lg"
      title={t('admin.users.invite')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {invite.data ? (
        <Stack>
          <OneTimeLink name={invite.data.name} invitation={invite.data.invitation} />
          <Button onClick={leave}>{t('action.close')}</Button>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            invite.mutate();
          }}
        >
          <Stack>
            {invite.isError && (
              <Alert color="red" role="alert" title={t('admin.notSaved')}>
                {problemText(invite.error)}
              </Alert>
            )}
            <UserFields form={form} change={setForm} error={invite.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={leave}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={invite.isPending}>
                {t('admin.users.makeLink')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
