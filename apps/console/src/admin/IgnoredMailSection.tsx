import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { healthApi } from '../api/admin-api.js';
import { useFormats } from '../i18n/format.js';
import { useExists } from '../i18n/use-exists.js';
import classes from './Admin.module.css';
import { HealthSection, useHealthQuery } from './HealthSection.js';

/** Mail that was accepted but became neither a message nor a ticket. */
export function IgnoredMailSection() {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const exists = useExists();
  const list = useHealthQuery('ignored-mail', async () => (await healthApi.ignoredMail()).data);
  const columns = [
    t('admin.health.what'),
    t('admin.health.fault'),
    t('admin.health.recipients'),
    t('admin.health.ticket'),
    t('admin.health.original'),
  ];
  return (
    <HealthSection
      title={t('admin.health.ignored')}
      list={list}
      none={t('admin.health.noIgnored')}
      columns={columns}
    >
      {(list.data ?? []).map((mail) => (
        <Table.Tr key={mail.id}>
          <Table.Th scope="row">
            <bdi dir="ltr">{mail.sender ?? mail.envelopeFrom}</bdi>{' '}
            <span className={classes.quiet}>{dateTime(mail.receivedAt)}</span>
          </Table.Th>
          <Table.Td className={classes.facts}>
            {exists(`admin.health.reason.${mail.reason.replace(/[.:]/g, '-')}`) ?? (
              <bdi dir="ltr">{mail.reason}</bdi>
            )}
          </Table.Td>
          <Table.Td className={classes.facts}>
            <bdi dir="ltr">{mail.recipients.join(', ')}</bdi>
          </Table.Td>
          <Table.Td>
            {mail.ticket ? (
              <Link to={`/tickets/${mail.ticket}`}>
                <bdi dir="ltr">{mail.ticket}</bdi>
              </Link>
            ) : (
              '—'
            )}
          </Table.Td>
          <Table.Td>
            {mail.reason === 'mail.dismissed' ? (
              '—'
            ) : (
              <a href={`/api/v1/admin/mail/${mail.mailId}/original`} download>
                {t('admin.health.download')}
              </a>
            )}
          </Table.Td>
        </Table.Tr>
      ))}
    </HealthSection>
  );
}
