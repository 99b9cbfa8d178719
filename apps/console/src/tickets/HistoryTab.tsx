import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHistory } from '../api/queries.js';
import { useFormats } from '../i18n/format.js';
import { LoadError } from '../ui/LoadError.js';
import { EmptyState } from '../ui/EmptyState.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import classes from './Conversation.module.css';
import { RoutingDecisionButton } from './RoutingDecisionButton.js';
import { useHistoryText } from './use-history-text.js';

export function HistoryTab({ number }: { number: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const query = useHistory(number);
  const { actorName, what, details } = useHistoryText();
  if (query.isPending) return <LoadingIndicator />;
  if (!query.data) return <LoadError error={query.error} again={() => void query.refetch()} />;
  const entries = query.data.pages.flatMap((page) => page.data);
  if (entries.length === 0) return <EmptyState icon="history" title={t('history.none')} />;
  return (
    <>
      <ol className={classes.history}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at} className={classes.time}>
              {formats.dateTime(entry.at)}
            </time>
            <div>
              <span className={classes.kind}>{what(entry)}</span> · <bdi>{actorName(entry)}</bdi>
              <ul>
                {details(entry).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              {typeof entry.data['offerId'] === 'string' && (
                <RoutingDecisionButton offer={entry.data['offerId']} />
              )}
            </div>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          variant="subtle"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
          fullWidth
        >
          {t('action.more')}
        </Button>
      )}
    </>
  );
}
