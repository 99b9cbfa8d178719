import { Button, Table } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsApi, type ChannelName } from '../api/admin-api.js';
import { useFormats } from '../i18n/format.js';
import { Icon } from '../ui/icons.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Admin.module.css';
import { HealthSection, useHealthQuery } from './HealthSection.js';

/** The configured channels; testing one sends nothing to anybody. */
export function ChannelsSection() {
  const { t } = useTranslation();
  const list = useHealthQuery('channels', async () => (await channelsApi.list()).data);
  return (
    <HealthSection
      title={t('admin.health.channels')}
      list={list}
      none={t('admin.none')}
      columns={[t('admin.health.channel'), t('admin.health.state'), t('admin.health.deed')]}
    >
      {(list.data ?? []).map(({ channel, isSet }) => (
        <ChannelRow key={channel} channel={channel} isSet={isSet} />
      ))}
    </HealthSection>
  );
}

function ChannelRow({ channel, isSet }: { channel: ChannelName; isSet: boolean }) {
  const { t } = useTranslation();
  const name = t(`admin.health.part.${channel}`);
  const test = useMutation({ mutationFn: () => channelsApi.test(channel) });
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td className={classes.facts}>
        <span role="status">{isSet ? <Outcome test={test} /> : t('admin.health.notSet')}</span>
      </Table.Td>
      <Table.Td>
        {isSet && (
          <Button
            size="xs"
            variant="default"
            loading={test.isPending}
            aria-label={t('admin.health.testNamed', { name })}
            onClick={() => test.mutate()}
          >
            {t('admin.health.test')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

interface OutcomeProps {
  test: {
    data: { ok: boolean; fault: string | null; tookMs: number } | undefined;
    error: unknown;
  };
}

function Outcome({ test: { data, error } }: OutcomeProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const problemText = useProblemText();
  if (error) return problemText(error);
  if (!data) return t('admin.health.untested');
  return (
    <>
      <Icon name={data.ok ? 'check' : 'alert'} size={16} />{' '}
      {data.ok ? t('admin.health.works', { ms: number(data.tookMs) }) : t('admin.health.worksNot')}{' '}
      {data.fault && <bdi dir="ltr">{data.fault}</bdi>}
    </>
  );
}
