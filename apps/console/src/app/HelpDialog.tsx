import { Kbd, Switch, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.js';
import { Select } from '../ui/choice-fields.js';
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
  ['x', 'help.select'],
  ['//', 'help.canned'],
  ['Ctrl + Enter', 'help.send'],
  ['Ctrl + Z', 'help.takeBack'],
  ['Ctrl + K', 'palette.title'],
  ['Esc', 'help.escape'],
] as const;

/** Slow readers and typists need a longer undo delay. */
const UNDO_SECONDS = [0, 5, 10, 30];

export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { singleKeys, undoSeconds, set } = usePreferences();
  return (
    <Dialog title={t('help.title')} opened={opened} close={onClose}>
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
      <Select
        mt="md"
        label={t('help.undoSeconds')}
        value={String(undoSeconds)}
        onChange={(value) => set({ undoSeconds: Number(value) })}
        data={UNDO_SECONDS.map((count) => ({
          value: String(count),
          label: count === 0 ? t('help.sendAtOnce') : t('help.seconds', { count }),
        }))}
      />
    </Dialog>
  );
}
