import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { type Template, templatesApi } from '../../api/templates-api.js';
import { useFormats } from '../../i18n/format.js';
import { QueryResult } from '../../ui/QueryResult.js';
import { AdminPage } from '../AdminPage.js';
import { languageName } from './language-name.js';
import { TemplateDialog } from './TemplateDialog.js';
import { useTemplateName } from './use-template-name.js';

const idOf = ({ kind, medium, language }: Template) => `${kind}/${medium}/${language}`;

/** Message templates: a row for each notice and medium, a column for each language. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<string | null>(null);
  const list = useQuery({
    queryKey: queryKeys.templates,
    queryFn: async () => (await templatesApi.list()).data,
  });
  const template = list.data?.find((one) => idOf(one) === edited);
  return (
    <AdminPage title={t('admin.page.templates')} lead={t('template.lead')}>
      <QueryResult query={list}>
        {(shown) => <Grid templates={shown} edit={(one) => setEdited(idOf(one))} />}
      </QueryResult>
      {template && <TemplateDialog key={edited} template={template} close={() => setEdited(null)} />}
    </AdminPage>
  );
}

function Grid({ templates, edit }: { templates: Template[]; edit: (template: Template) => void }) {
  const { t } = useTranslation();
  const { language: reader } = useFormats();
  const nameOf = useTemplateName();
  const languages = [...new Set(templates.map(({ language }) => language))];
  const rows = templates.filter(({ language }) => language === languages[0]);
  const cell = (row: Template, language: string) =>
    templates.find((one) => one.kind === row.kind && one.medium === row.medium && one.language === language);
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('admin.page.templates')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('template.notice')}</Table.Th>
            {languages.map((language) => (
              <Table.Th scope="col" key={language}>
                {languageName(language, reader)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.kind}/${row.medium}`}>
              <Table.Th scope="row">{nameOf(row)}</Table.Th>
              {languages.map((language) => (
                <Table.Td key={language}>
                  <State template={cell(row, language)} edit={edit} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function State({ template, edit }: { template: Template | undefined; edit: (template: Template) => void }) {
  const { t } = useTranslation();
  const { language: reader } = useFormats();
  const nameOf = useTemplateName();
  if (!template) return null;
  const state = template.override
    ? t('template.own')
    : template.builtIn
      ? t('template.builtIn')
      : t('template.saidIn', { language: languageName(template.saidIn, reader) });
  const name = nameOf(template) + t('list.separator') + languageName(template.language, reader);
  return (
    <Button
      size="xs"
      variant={template.override ? 'filled' : 'default'}
      aria-label={t('template.edit', { name, state })}
      onClick={() => edit(template)}
    >
      {state}
    </Button>
  );
}
