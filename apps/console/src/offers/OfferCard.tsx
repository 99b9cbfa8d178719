import type { OfferView } from '#wasl/contracts';
import { Button, Menu } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReasons } from '../api/queries.js';
import { clockText, useFormats } from '../i18n/format.js';
import { ChannelBadge, PriorityBadge } from '../tickets/TicketBadges.js';
import { RoutingDecisionButton } from '../tickets/RoutingDecisionButton.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import classes from './Offers.module.css';
import { useOfferAnswer } from './use-offer-answer.js';
import { OfferReasons } from './OfferReasons.js';

export function OfferCard({ offer, now }: { offer: OfferView; now: number }) {
  const { t } = useTranslation();
  const queueName = useQueueName();
  const left = Math.max(0, (Date.parse(offer.expiresAt) - now) / 1000);
  const { accept, decline, isPending } = useOfferAnswer(offer);
  const heading = `offer-${offer.id}`;
  return (
    <article className={classes.card} aria-labelledby={heading}>
      <header className={classes.head}>
        <h2 id={heading} className={classes.title} dir="auto">
          {offer.ticket.subject}
        </h2>
        <Countdown left={left} />
      </header>
      <p className={classes.facts}>
        <Ltr>{offer.ticket.number}</Ltr>
        <ChannelBadge channel={offer.ticket.channel} />
        <PriorityBadge priority={offer.ticket.priority} />
        <span>{queueName(offer.queue)}</span>
      </p>
      <OfferReasons why={offer.why} />
      <div className={classes.answers}>
        <Button
          size="xs"
          onClick={accept}
          loading={isPending}
          disabled={left <= 0}
          leftSection={<Icon name="check" />}
        >
          {t('offer.accept')}
        </Button>
        <DeclineMenu decline={decline} disabled={isPending || left <= 0} />
        <RoutingDecisionButton offer={offer.id} />
      </div>
    </article>
  );
}

function DeclineMenu({ decline, disabled }: { decline: (reason: string) => void; disabled: boolean }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const reasons = useReasons('decline');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default" disabled={disabled} rightSection={<Icon name="down" size={14} />}>
          {t('offer.decline')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('offer.declineWhy')}</Menu.Label>
        {reasons.isError && (
          <Menu.Item onClick={() => void reasons.refetch()}>{t('error.loading')}</Menu.Item>
        )}
        {reasons.data?.map((reason) => (
          <Menu.Item key={reason.key} onClick={() => decline(reason.key)}>
            {localized(reason.name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Countdown in seconds and as a progress bar; the full bar is the time left at first display. */
function Countdown({ left }: { left: number }) {
  const { t } = useTranslation();
  const first = useRef(Math.max(left, 1));
  return (
    <span className={classes.countdown} data-soon={left < 10 || undefined}>
      <span className="visually-hidden">{t('offer.timeLeft')}</span>
      <Icon name="clock" size={16} />
      <Ltr>{clockText(left)}</Ltr>
      <progress max={first.current} value={left} aria-hidden="true" />
    </span>
  );
}
