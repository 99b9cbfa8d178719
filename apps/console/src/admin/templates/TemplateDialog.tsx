import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { type Template, templatesApi, type TemplateWords } from '../../api/templates-api.js';
import { useFormats } from '../../i18n/format.js';
import { useCurrentUser } from '../../session/session.js';
import { Dialog } from '../../ui/Dialog.js';
import { DialogForm } from '../../ui/DialogForm.js';
import { Textarea, TextInput } from '../../ui/fields.js';
import { notifySuccess } from '../../ui/notify.js';
import { languageName, languageDirection } from './language-name.js';
import { PlaceholderList } from './PlaceholderList.js';
import { PreviewPane } from './PreviewPane.js';
import classes from './Templates.module.css';
import { useInsert } from './use-insert.js';
import { usePreview } from './use-preview.js';
import { useTemplateName } from './use-template-name.js';

interface Props {
  template: Template;
  close: () => void;
}

/** Edits the text of one notice with a preview. A version conflict is reported; nothing is overwritten. */
export function TemplateDialog({ template, close }: Props) {
  const { t } = useTranslation();
  const { language: reader } = useFormats();
  const nameOf = useTemplateName();
  const [words, setWords] = useState<TemplateWords>(() => initialText(template));
  const { save, restore, test } = useTemplateMutations(template, words, close);
  const preview = usePreview(`${template.kind}/${template.medium}/${template.language}`, words, (asked) =>
    templatesApi.preview(template, asked),
  );
  const failed = [save, restore, test].find(({ isError }) => isError);
  return (
    <Dialog
      size="72rem"
      title={nameOf(template) + t('list.separator') + languageName(template.language, reader)}
      close={close}
    >
      <DialogForm
        saving={{ isPending: save.isPending, error: failed?.error }}
        submit={() => save.mutate()}
        close={close}
        extraActions={
          <>
            {template.override && <Restore restore={() => restore.mutate()} isPending={restore.isPending} />}
            <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
              {t('template.test')}
            </Button>
          </>
        }
      >
        <div className={classes.columns}>
          <Fields template={template} words={words} change={setWords} faultsAt={preview.faultsAt} />
          <PreviewPane shown={preview.shown} error={preview.error} language={template.language} />
        </div>
      </DialogForm>
    </Dialog>
  );
}

/** Restoring discards the custom text, so it takes two presses. */
function Restore({ restore, isPending }: { restore: () => void; isPending: boolean }) {
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  return (
    <Button
      variant={isSure ? 'filled' : 'subtle'}
      color="red"
      loading={isPending}
      onClick={isSure ? restore : () => setSure(true)}
      onBlur={() => setSure(false)}
    >
      {t(isSure ? 'template.restoreSure' : 'template.restore')}
    </Button>
  );
}

interface FieldsProps {
  template: Template;
  words: TemplateWords;
  change: (words: TemplateWords) => void;
  faultsAt: (path: string) => string | undefined;
}

function Fields({ template, words, change, faultsAt }: FieldsProps) {
  const { t } = useTranslation();
  const { heed, insert } = useInsert();
  const written = { lang: template.language, dir: languageDirection(template.language) };
  const setSubject = (subject: string) => change({ ...words, subject });
  const setBody = (body: string) => change({ ...words, body });
  return (
    <Stack>
      {template.medium === 'mail' && (
        <TextInput
          {...written}
          {...heed(setSubject)}
          label={t('template.subject')}
          description={t('template.subjectHint')}
          required
          maxLength={200}
          error={faultsAt('subject')}
          value={words.subject ?? ''}
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
        />
      )}
      <Textarea
        {...written}
        {...heed(setBody)}
        label={t('template.body')}
        description={t('template.bodyHint')}
        required
        autosize
        minRows={8}
        maxRows={20}
        error={faultsAt('body')}
        value={words.body}
        onChange={({ currentTarget }) => setBody(currentTarget.value)}
      />
      <PlaceholderList
        placeholders={template.placeholders}
        insert={(name) => insert(name, (place) => setBody(words.body + place))}
      />
    </Stack>
  );
}

/** Initial text: the override, else the built-in text, else an empty body. */
function initialText({ override, builtIn, medium }: Template): TemplateWords {
  const { subject, body } = override ?? builtIn ?? { subject: '{{subject}}', body: '' };
  return medium === 'mail' ? { subject, body } : { body };
}

function useTemplateMutations(template: Template, words: TemplateWords, close: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const me = useCurrentUser();
  const refresh = { onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.templates }) };
  const done = () => {
    notifySuccess(t('admin.saved'));
    close();
  };
  return {
    save: useMutation({
      ...refresh,
      mutationFn: () => templatesApi.override(template, words),
      onSuccess: done,
    }),
    restore: useMutation({ ...refresh, mutationFn: () => templatesApi.restore(template), onSuccess: done }),
    test: useMutation({
      mutationFn: () => templatesApi.test(template, words),
      onSuccess: () => notifySuccess(t('template.tested', { email: me.email })),
    }),
  };
}
