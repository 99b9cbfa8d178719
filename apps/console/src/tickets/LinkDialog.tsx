import { Alert, Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import type { LinkRequest, Ticket } from '../api/types.js';
import { tellDone } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { TicketPicker } from './TicketPicker.js';
import { readBoth } from './joining.js';

interface Props {
  ticket: Ticket;
  opened: boolean;
  close: () => void;
}

/** What this ticket is to another, in the order in which it is most often so. */
const LINKS: readonly LinkRequest['as'][] = [
  'related',
  'duplicates',
  'duplicated_by',
  'caused_by',
  'causes',
  'part_of',
  'contains',
];

/** Says how two tickets have to do with each other; both stay tickets of their own. */
export function LinkDialog({ ticket, opened, close }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('linking.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <LinkForm ticket={ticket} close={close} />
    </Modal>
  );
}

function LinkForm({ ticket, close }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [other, setOther] = useState<Ticket>();
  const [as, setAs] = useState<LinkRequest['as']>('related');
  const link = useMutation({
    mutationFn: (to: string) => ticketsApi.link(ticket.number, { to, as }),
    onSuccess: (_links, to) => {
      readBoth(ticket.number, to);
      tellDone(t('done.linked'));
      close();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (other) link.mutate(other.number);
      }}
    >
      <Stack>
        {link.isError && (
          <Alert color="red" role="alert" title={t('linking.failed')}>
            {problemText(link.error)}
          </Alert>
        )}
        <TicketPicker ticket={ticket} label={t('linking.to')} chosen={other} choose={setOther} />
        <Select
          label={t('linking.as')}
          value={as}
          onChange={(value) => setAs(LINKS.find((one) => one === value) ?? 'related')}
          data={LINKS.map((one) => ({ value: one, label: t(`linking.kind.${one}`) }))}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={link.isPending} disabled={!other}>
            {t('linking.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
