import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePreferences } from './preferences.js';

const KEYS = [
  ['j', 'help.next'],
  ['k', 'help.previous'],
  ['r', 'help.reply'],
  ['n', 'help.note'],
  ['a', 'help.assign'],
  ['e', 'help.resolve'],
  ['c', 'help.create'],
  ['/', 'help.search'],
  ['?', 'help.title'],
  ['//', 'help.canned'],
  ['Ctrl + Enter', 'help.send'],
  ['Esc', 'help.escape'],
] as const;

export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { singleKeys, set } = usePreferences();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Table>
        <Table.Tbody>
          {KEYS.map(([key, text]) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Kbd dir="ltr">{key}</Kbd>
              </Table.Td>
              <Table.Td>{t(text)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        checked={singleKeys}
        onChange={(event) => set({ singleKeys: event.currentTarget.checked })}
        label={t('help.singleKeys')}
        description={t('help.singleKeysHint')}
      />
    </Modal>
  );
}
