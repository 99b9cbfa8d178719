import { Alert, Button, Group, Modal, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/keys.js';
import { Problem } from '../../api/problem.js';
import { useQueues } from '../../api/queries.js';
import { cannedApi, type CannedReply, type CannedText, type Placeholder } from '../../api/templates-api.js';
import { useFormats } from '../../i18n/format.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.js';
import { tellDone } from '../../ui/tell.js';
import { useProblemText } from '../../ui/use-problem-text.js';
import adminClasses from '../Admin.module.css';
import { CannedTexts } from './CannedTexts.js';
import { writtenFrom } from './language-name.js';

interface Props {
  /** null: a new one */
  reply: CannedReply | null;
  languages: string[];
  placeholders: Placeholder[];
  close: () => void;
}

type Form = Omit<CannedReply, 'version'>;
const EMPTY: Form = { key: '', title: { ar: '', en: '' }, queue: null, texts: [], active: true };

/** One canned reply, new or known. A late save says so and overwrites nothing. */
export function CannedDialog({ reply, languages, placeholders, close }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [form, setForm] = useState<Form>(reply ?? EMPTY);
  const save = useSave(reply, form, close);
  const set = (part: Partial<Form>) => setForm((old) => ({ ...old, ...part }));
  const faultAt = (path: string) =>
    save.error instanceof Problem
      ? save.error.errors.find((one) => one.path.startsWith(path))?.message
      : undefined;
  return (
    <Modal
      opened
      onClose={close}
      size="72rem"
      title={reply ? t('admin.editNamed', { name: reply.key }) : t('canned.add')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          {save.isError && (
            <Alert color="red" role="alert" title={t('admin.notSaved')}>
              {problemText(save.error)}
            </Alert>
          )}
          <Names form={form} isNew={!reply} set={set} faultAt={faultAt} />
          <CannedTexts
            texts={form.texts}
            languages={languages}
            placeholders={placeholders}
            change={(texts) => set({ texts })}
          />
          {reply && (
            <Switch
              label={t('admin.field.active')}
              description={t('admin.retireHint')}
              checked={form.active}
              onChange={({ currentTarget }) => set({ active: currentTarget.checked })}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('admin.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface NamesProps {
  form: Form;
  isNew: boolean;
  set: (part: Partial<Form>) => void;
  faultAt: (path: string) => string | undefined;
}

function Names({ form, isNew, set, faultAt }: NamesProps) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  return (
    <div className={adminClasses.pair}>
      {isNew && (
        <TextInput
          label={t('admin.field.key')}
          description={t('admin.keyHint')}
          required
          dir="ltr"
          maxLength={40}
          error={faultAt('key')}
          value={form.key}
          onChange={({ currentTarget }) => set({ key: currentTarget.value })}
        />
      )}
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          label={`${t('canned.name')} (${LANGUAGE_NAMES[language]})`}
          required
          lang={language}
          dir={writtenFrom(language)}
          maxLength={200}
          error={faultAt(`title.${language}`)}
          value={form.title[language]}
          onChange={({ currentTarget }) => set({ title: { ...form.title, [language]: currentTarget.value } })}
        />
      ))}
      <Select
        label={t('admin.field.queue')}
        placeholder={t('canned.everyQueue')}
        clearable
        clearButtonProps={{ 'aria-label': t('canned.everyQueue') }}
        error={faultAt('queue')}
        data={(queues.data ?? []).map(({ key, name }) => ({ value: key, label: localized(name) }))}
        value={form.queue}
        onChange={(queue) => set({ queue })}
      />
    </div>
  );
}

function useSave(reply: CannedReply | null, form: Form, close: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => {
      const { key, active, ...rest } = { ...form, texts: written(form.texts) };
      return reply ? cannedApi.change(reply, { ...rest, active }) : cannedApi.create({ ...rest, key });
    },
    onSuccess: () => {
      tellDone(t('admin.saved'));
      close();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.canned }),
  });
}

/** A language in which nothing is written is left out. */
const written = (texts: CannedText[]) => texts.filter(({ text }) => text.trim() !== '');
