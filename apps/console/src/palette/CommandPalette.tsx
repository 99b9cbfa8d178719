import { Combobox, Kbd, Modal, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePermission } from '../session/session.js';
import { type Action, currentActions } from '../ui/actions.js';
import { TextInput } from '../ui/fields.js';
import { Icon } from '../ui/icons.js';
import { matchingActions, ticketNumberIn } from './matching-actions.js';
import classes from './Palette.module.css';
import { useNavigationActions } from './use-navigation-actions.js';
import { usePaletteKey } from './use-palette-key.js';

/** Command palette: all current actions and pages, searchable by name. */
export function CommandPalette() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Action[]>();
  const places = useNavigationActions();
  const [returnsFocus, setReturnsFocus] = useState(true);
  usePaletteKey(() => {
    setReturnsFocus(true);
    setShown([...currentActions(), ...places()]);
  });
  /** A chosen action takes the focus; it is restored only when nothing was chosen. */
  const choose = (action: Action) => {
    setReturnsFocus(false);
    setShown(undefined);
    setTimeout(action.run);
  };
  return (
    <Modal
      opened={shown !== undefined}
      onClose={() => setShown(undefined)}
      title={t('palette.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      centered={false}
      returnFocus={returnsFocus}
      size="lg"
    >
      {shown && <Choices actions={shown} choose={choose} close={() => setShown(undefined)} />}
    </Modal>
  );
}

interface Props {
  actions: Action[];
  choose: (action: Action) => void;
  close: () => void;
}

function Choices({ actions, choose, close }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ opened: true, onDropdownClose: close });
  const toTicket = useTicketTyped(typed);
  const found = [...(toTicket ? [toTicket] : []), ...matchingActions(actions, typed)];
  // aria-controls can name the list only in the render after the list was created
  const [, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  const { selectFirstOption } = combobox;
  useEffect(() => void selectFirstOption(), [typed, selectFirstOption]);
  const submit = (index: string) => {
    const action = found[Number(index)];
    if (action) choose(action);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal={false}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          aria-label={t('palette.search')}
          placeholder={t('palette.search')}
          leftSection={<Icon name="search" size={16} />}
          dir="auto"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      {/* A scrollable area must be focusable for keyboard users, although the arrow keys work from the input. */}
      <Combobox.Options aria-label={t('palette.title')} className={classes.options} tabIndex={0}>
        {found.map((action, index) => (
          <Combobox.Option key={`${index}-${action.label}`} value={String(index)} className={classes.option}>
            {action.icon ? <Icon name={action.icon} size={16} /> : <span className={classes.blank} />}
            <span className={classes.label}>{action.label}</span>
            {action.key && <Kbd dir="ltr">{action.key}</Kbd>}
          </Combobox.Option>
        ))}
      </Combobox.Options>
      <p role="status" className={found.length > 0 ? 'visually-hidden' : classes.none}>
        {found.length > 0 ? t('palette.found', { count: found.length }) : t('palette.nothing')}
      </p>
    </Combobox>
  );
}

function useTicketTyped(typed: string): Action | undefined {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayRead = usePermission('ticket.read');
  const number = ticketNumberIn(typed);
  if (!number || !mayRead) return undefined;
  return {
    label: t('palette.openTicket', { number: `\u2066${number}\u2069` }),
    icon: 'ticket',
    run: () => void navigate(`/tickets/${number}`),
  };
}
