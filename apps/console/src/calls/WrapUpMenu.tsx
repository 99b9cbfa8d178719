import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meApi } from '../api/api.js';
import { useReasons } from '../api/queries.js';
import { useFormats } from '../i18n/format.js';
import { removeCall } from '../live/live-store.js';
import { Icon } from '../ui/icons.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';

/** Records the wrap-up code; the call's card is removed afterwards. */
export function WrapUpMenu({ interactionId }: { interactionId: string }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const problemText = useProblemText();
  const codes = useReasons('wrap_up');
  const record = useMutation({
    mutationFn: (code: string) => meApi.wrapUpCall(interactionId, code),
    onSuccess: () => removeCall(interactionId),
    onError: (error) => notifyError(t('call.wrapUp'), problemText(error)),
  });
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={record.isPending}
          rightSection={<Icon name="down" size={14} />}
        >
          {t('call.wrapUp')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {codes.isError && <Menu.Item onClick={() => void codes.refetch()}>{t('error.loading')}</Menu.Item>}
        {codes.data?.map((code) => (
          <Menu.Item key={code.key} onClick={() => record.mutate(code.key)}>
            {localized(code.name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
