import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLOCK_KINDS } from '#wasl/contracts';
import { queryKeys } from '../../api/query-keys.js';
import { useServices } from '../../api/queries.js';
import { policiesApi, type Policy } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { ListTable } from '../../ui/ListTable.js';
import { QueryResult } from '../../ui/QueryResult.js';
import { AdminPage } from '../AdminPage.js';
import { EditButton } from '../EditButton.js';
import { SlaAttainment } from './SlaAttainment.js';
import { PolicyDialog } from './PolicyDialog.js';
import { PolicyTester } from './PolicyTester.js';
import { ALWAYS_OPEN, useCalendarName } from './use-calendars.js';

/** SLA policies, a tester, and the attainment of their targets. */
export function SlaPoliciesPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Policy | 'new' | null>(null);
  const policies = useQuery({ queryKey: queryKeys.policies, queryFn: () => policiesApi.all() });
  return (
    <AdminPage
      title={t('admin.page.promises')}
      lead={t('sla.policy.lead')}
      add={{ label: t('sla.policy.add'), open: () => setEdited('new') }}
    >
      <QueryResult query={policies}>
        {(shown) => (
          <>
            <PolicyTable policies={shown} edit={setEdited} />
            <PolicyTester policies={shown} />
            <SlaAttainment policies={shown} />
          </>
        )}
      </QueryResult>
      {edited && <PolicyDialog policy={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </AdminPage>
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
    <ListTable
      label={t('admin.page.promises')}
      heads={[
        t('admin.field.name'),
        t('sla.policy.conditions'),
        t('sla.policy.calendar'),
        t('sla.policy.targets'),
        t('admin.field.active'),
      ]}
      last={t('admin.edit')}
      minWidth={760}
    >
      {policies.map((policy) => (
        <Table.Tr key={policy.key}>
          <Table.Th scope="row">{localized(policy.name)}</Table.Th>
          <Table.Td>{conditions(policy)}</Table.Td>
          <Table.Td>
            {policy.calendar === ALWAYS_OPEN ? t('sla.policy.always') : calendarName(policy.calendar)}
          </Table.Td>
          <Table.Td>
            {targets(policy).map((line) => (
              <div key={line}>{line}</div>
            ))}
          </Table.Td>
          <Table.Td>{t(policy.active ? 'admin.yes' : 'admin.retired')}</Table.Td>
          <Table.Td>
            <EditButton name={localized(policy.name)} edit={() => edit(policy)} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
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
