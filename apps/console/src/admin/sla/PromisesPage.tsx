import { Button, Group, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLOCK_KINDS } from '#wasl/contracts';
import { keys } from '../../api/keys.js';
import { useServices } from '../../api/queries.js';
import { policiesApi, type Policy } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { Failed } from '../../ui/Failed.js';
import { Icon } from '../../ui/icons.js';
import { useTitle } from '../../ui/use-title.js';
import { Waiting } from '../../ui/Waiting.js';
import classes from '../Admin.module.css';
import { Fared } from './Fared.js';
import { PolicyDialog } from './PolicyDialog.js';
import { TryIt } from './TryIt.js';
import { ALWAYS, useCalendarName } from './use-calendars.js';

/** What is promised to whom; which policy a ticket would get; and how the promises fared. */
export function PromisesPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Policy | 'new' | null>(null);
  const policies = useQuery({ queryKey: keys.policies, queryFn: () => policiesApi.all() });
  useTitle(t('admin.page.promises'));
  return (
    <div className={classes.page}>
      <Group justify="space-between">
        <h1>{t('admin.page.promises')}</h1>
        <Button leftSection={<Icon name="plus" />} onClick={() => setEdited('new')}>
          {t('sla.policy.add')}
        </Button>
      </Group>
      <p className={classes.lead}>{t('sla.policy.lead')}</p>
      {policies.isError ? (
        <Failed error={policies.error} again={() => void policies.refetch()} />
      ) : !policies.data ? (
        <Waiting />
      ) : (
        <>
          <PolicyTable policies={policies.data} edit={setEdited} />
          <TryIt policies={policies.data} />
          <Fared policies={policies.data} />
        </>
      )}
      {edited && <PolicyDialog policy={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </div>
  );
}

function PolicyTable({ policies, edit }: { policies: Policy[]; edit: (policy: Policy) => void }) {
  const { t } = useTranslation();
  const { localized, number } = useFormats();
  const calendarName = useCalendarName();
  const conditions = useConditions();
  const targets = (policy: Policy) =>
    CLOCK_KINDS.flatMap((clock) => {
      const target = policy.targets[clock];
      return target
        ? [
            t('sla.policy.targetOf', {
              clock: t(`promise.clock.${clock}`),
              hours: number(Math.round(target.minutes / 6) / 10),
            }),
          ]
        : [];
    });
  return (
    <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('admin.page.promises')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('admin.field.name')}</Table.Th>
            <Table.Th scope="col">{t('sla.policy.conditions')}</Table.Th>
            <Table.Th scope="col">{t('sla.policy.calendar')}</Table.Th>
            <Table.Th scope="col">{t('sla.policy.targets')}</Table.Th>
            <Table.Th scope="col">{t('admin.field.active')}</Table.Th>
            <Table.Th scope="col">
              <span className="visually-hidden">{t('admin.edit')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {policies.map((policy) => (
            <Table.Tr key={policy.key}>
              <Table.Th scope="row">{localized(policy.name)}</Table.Th>
              <Table.Td>{conditions(policy)}</Table.Td>
              <Table.Td>
                {policy.calendar === ALWAYS ? t('sla.policy.always') : calendarName(policy.calendar)}
              </Table.Td>
              <Table.Td>
                {targets(policy).map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </Table.Td>
              <Table.Td>{t(policy.active ? 'admin.yes' : 'admin.retired')}</Table.Td>
              <Table.Td>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('admin.editNamed', { name: localized(policy.name) })}
                  onClick={() => edit(policy)}
                >
                  {t('admin.edit')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function useConditions(): (policy: Policy) => string {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const services = useServices();
  const serviceName = (code: string) => {
    const found = services.data?.find((service) => service.code === code);
    return found ? localized(found.name) : code;
  };
  return ({ service, kind, priority, audience }) => {
    const named = [
      service && serviceName(service),
      kind && t(`kind.${kind}`),
      priority && t(`priority.${priority}`),
      audience && t(`audience.${audience}`),
    ].filter((one) => one !== null);
    return named.join(t('list.separator')) || t('sla.policy.everyTicket');
  };
}
