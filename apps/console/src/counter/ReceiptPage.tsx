import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type CounterReceipt, counterApi } from '../api/counter-api.js';
import { queryKeys } from '../api/query-keys.js';
import { formatsOf } from '../i18n/format.js';
import { textsIn } from '../i18n/i18n.js';
import { directionOf } from '../i18n/languages.js';
import { useSession } from '../session/session.js';
import { SignIn } from '../session/SignIn.js';
import { LoadError } from '../ui/LoadError.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { useTitle } from '../ui/use-title.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import classes from './Receipt.module.css';

/** The receipt on a page of its own, so that nothing else is printed. */
export function ReceiptPage() {
  const session = useSession();
  const { id = '' } = useParams();
  if (session.isPending) return <LoadingIndicator />;
  if (!session.data) return <SignIn />;
  return <Receipt visitId={id} />;
}

function Receipt({ visitId }: { visitId: string }) {
  const { t } = useTranslation();
  const receipt = useQuery({
    queryKey: queryKeys.receipt(visitId),
    queryFn: async () => {
      const shown = await counterApi.receipt(visitId);
      return { shown, texts: await textsIn(shown.language) };
    },
  });
  useTitle(receipt.data?.shown.number ?? t('counter.receipt'));
  if (receipt.isPending) return <LoadingIndicator />;
  if (!receipt.data) return <LoadError error={receipt.error} again={() => void receipt.refetch()} />;
  return (
    <main className={classes.page}>
      <p className={classes.tools}>
        <Button leftSection={<Icon name="note" />} onClick={() => window.print()}>
          {t('counter.print')}
        </Button>
      </p>
      <Sheet {...receipt.data} />
    </main>
  );
}

/** In the requester's language, regardless of the agent's. */
function Sheet({ shown, texts: t }: { shown: CounterReceipt; texts: TFunction }) {
  const { language, qr } = shown;
  const formats = formatsOf(language);
  const settled = shown.status === 'resolved' || shown.status === 'closed';
  return (
    <article className={classes.sheet} lang={language} dir={directionOf(language)}>
      <header>
        <p className={classes.name}>{t('app.name')}</p>
        <p className={classes.centre}>{shown.centre.name[language]}</p>
        {shown.centre.address[language] && <p>{shown.centre.address[language]}</p>}
      </header>
      <h1>{t('counter.paper.title')}</h1>
      <dl>
        <dt>{t('counter.paper.number')}</dt>
        <dd className={classes.number}>
          <Ltr>{shown.number}</Ltr>
        </dd>
        <dt>{t('counter.paper.code')}</dt>
        <dd className={classes.code}>
          <Ltr>{shown.trackingCode}</Ltr>
        </dd>
      </dl>
      <svg
        className={classes.qr}
        role="img"
        aria-label={t('counter.paper.picture')}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path d={qr.path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <p>{t('counter.paper.scan')}</p>
      <h2>{t('counter.paper.matter')}</h2>
      <p dir="auto">{shown.subject}</p>
      <h2>{t('counter.paper.next')}</h2>
      <p>{settled ? t('counter.paper.settled') : t('counter.paper.steps')}</p>
      {shown.expectedAt && (
        <p>{t('counter.paper.expected', { when: `\u2068${formats.date(shown.expectedAt)}\u2069` })}</p>
      )}
      <p>{t('counter.paper.anywhere')}</p>
      <footer>
        <time dateTime={shown.receivedAt}>{formats.dateTime(shown.receivedAt)}</time>
        {shown.desk && <span>{t('counter.desk', { label: `\u2068${shown.desk}\u2069` })}</span>}
        {shown.callNumber && <Ltr>{shown.callNumber}</Ltr>}
      </footer>
    </article>
  );
}
