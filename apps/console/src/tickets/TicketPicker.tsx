import { Radio } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTicketList } from '../api/queries.js';
import type { Ticket } from '../api/types.js';
import { TextInput } from '../ui/fields.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Joining.module.css';
import { StatusBadge } from './TicketBadges.js';

const MAX_SHOWN = 8;

interface Props {
  /** the current ticket, which is excluded from the choices */
  ticket: Ticket;
  label: string;
  chosen: Ticket | undefined;
  choose: (ticket: Ticket) => void;
}

/** Finds another ticket by number or text; initially lists the requester's other tickets. */
export function TicketPicker({ ticket, label, chosen, choose }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const isAnonymous = ticket.requester.audience === 'anonymous';
  const filter = search === '' ? { requester: ticket.requester.id } : { q: search };
  const list = useTicketList(filter, search !== '' || !isAnonymous);
  const found = (list.data?.pages[0]?.data ?? []).filter(
    (one) => one.number !== ticket.number && !one.mergedInto,
  );
  const shown = found.slice(0, MAX_SHOWN);
  const heading = search === '' ? t('join.ofRequester') : t('join.found');
  return (
    <div>
      <TextInput
        type="search"
        label={label}
        placeholder={t('join.search')}
        data-autofocus
        autoComplete="off"
        dir="auto"
        leftSection={<Icon name="search" size={16} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        // Enter searches and must not submit the surrounding form
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <Radio.Group
        label={heading}
        mt="sm"
        value={chosen?.number ?? ''}
        onChange={(number) => {
          const one = shown.find((other) => other.number === number);
          if (one) choose(one);
        }}
      >
        <div className={classes.choices}>
          {shown.map((one) => (
            <Radio
              key={one.number}
              value={one.number}
              label={
                <span className={classes.choice}>
                  <Ltr>{one.number}</Ltr> <StatusBadge status={one.status} />{' '}
                  <span dir="auto">{one.subject}</span>
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
      <p role="status" className={classes.quiet}>
        {list.isError && problemText(list.error)}
        {list.isSuccess && shown.length === 0 && t('join.nothingFound')}
        {found.length > shown.length && t('join.more')}
      </p>
    </div>
  );
}
