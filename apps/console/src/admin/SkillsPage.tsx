import { NativeSelect, Table } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AdminUser, usersApi } from '../api/admin-api.js';
import { queryKeys } from '../api/query-keys.js';
import { useFormats } from '../i18n/format.js';
import { usePermission } from '../session/session.js';
import { LoadError } from '../ui/LoadError.js';
import { QueryResult } from '../ui/QueryResult.js';
import { EmptyState } from '../ui/EmptyState.js';
import { TextInput } from '../ui/fields.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Admin.module.css';
import { CataloguePage } from './CataloguePage.js';
import { useSkills } from './rules/use-rule-labels.js';

const PATIENCE_MS = 250;
const LEVELS = ['1', '2', '3', '4', '5'];

/** The skills there are, and who has which of them how well. */
export function SkillsPage() {
  const maySeePeople = usePermission('admin.users');
  return <CataloguePage name="skills" below={maySeePeople && <WhoHasThem />} />;
}

function WhoHasThem() {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [asked] = useDebouncedValue(q, PATIENCE_MS);
  const filter = { q: asked, disabled: 'false' } as const;
  const people = useQuery({
    queryKey: queryKeys.users({ ...filter, of: 'skills' }),
    queryFn: () => usersApi.list(filter, null),
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-labelledby="who-has-skills">
      <h2 id="who-has-skills">{t('skills.who')}</h2>
      <p className={classes.quiet}>{t('skills.whoHint')}</p>
      <TextInput
        label={t('admin.users.search')}
        type="search"
        dir="auto"
        maw={320}
        mb="md"
        value={q}
        onChange={({ currentTarget }) => setQ(currentTarget.value)}
      />
      <QueryResult query={people}>
        {(shown) =>
          shown.data.length === 0 ? (
            <EmptyState icon="people" title={t('admin.users.none')} />
          ) : (
            <>
              <Matrix people={shown.data} />
              {shown.meta.hasMore && <p className={classes.quiet}>{t('skills.more')}</p>}
            </>
          )
        }
      </QueryResult>
    </section>
  );
}

function Matrix({ people }: { people: AdminUser[] }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const skills = useSkills();
  if (skills.isError) return <LoadError error={skills.error} again={() => void skills.refetch()} />;
  const columns = skills.data ?? [];
  return (
    <Table.ScrollContainer
      minWidth={200 + columns.length * 96}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    >
      <Table aria-label={t('skills.who')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('admin.users.name')}</Table.Th>
            {columns.map(({ key, name }) => (
              <Table.Th scope="col" key={key}>
                {localized(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              skills={columns.map(({ key, name }) => ({ key, name: localized(name) }))}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface PersonProps {
  person: AdminUser;
  skills: { key: string; name: string }[];
}

/** A level counts as soon as it is chosen: the router reads it within seconds. */
function PersonRow({ person, skills }: PersonProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (rated: AdminUser['skills']) => usersApi.change(person.id, person.version, { skills: rated }),
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.allUsers }),
        queries.invalidateQueries({ queryKey: queryKeys.rows('skills') }),
      ]),
  });
  const rated = (save.isPending && save.variables) || person.skills;
  const choose = (skill: string, level: string) => {
    const others = person.skills.filter((one) => one.skill !== skill);
    save.mutate(level === '' ? others : [...others, { skill, level: Number(level) }]);
  };
  return (
    <Table.Tr>
      <Table.Th scope="row" dir="auto">
        {person.name}
      </Table.Th>
      {skills.map(({ key, name }) => (
        <Table.Td key={key}>
          <NativeSelect
            size="xs"
            aria-label={t('skills.levelOf', { name: person.name, skill: name })}
            disabled={save.isPending}
            value={String(rated.find(({ skill }) => skill === key)?.level ?? '')}
            data={[
              { value: '', label: '—' },
              ...LEVELS.map((level) => ({ value: level, label: number(Number(level)) })),
            ]}
            onChange={({ currentTarget }) => choose(key, currentTarget.value)}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
