import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { useQueues } from '../../api/queries.js';
import { cannedApi, type CannedReply, type CannedText, type Placeholder } from '../../api/templates-api.js';
import { useFormats } from '../../i18n/format.js';
import { Dialog } from '../../ui/Dialog.js';
import { DialogForm } from '../../ui/DialogForm.js';
import { Select } from '../../ui/choice-fields.js';
import { notifySuccess } from '../../ui/notify.js';
import { ActiveSwitch, KeyInput } from '../CommonFields.js';
import { type Faults, faultsOf } from '../../ui/faults.js';
import { LocalizedInputs } from '../LocalizedInputs.js';
import { CannedTexts } from './CannedTexts.js';

interface Props {
  /** null creates a new reply */
  reply: CannedReply | null;
  languages: string[];
  placeholders: Placeholder[];
  close: () => void;
}

type Form = Omit<CannedReply, 'version'>;
const EMPTY: Form = { key: '', title: { ar: '', en: '' }, queue: null, texts: [], active: true };

/** Creates or edits a canned reply. A version conflict is reported; nothing is overwritten. */
export function CannedDialog({ reply, languages, placeholders, close }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState<Form>(reply ?? EMPTY);
  const save = useSave(reply, form, close);
  const set = (part: Partial<Form>) => setForm((old) => ({ ...old, ...part }));
  return (
    <Dialog
      size="72rem"
      title={reply ? t('admin.editNamed', { name: reply.key }) : t('canned.add')}
      close={close}
    >
      <DialogForm saving={save} submit={() => save.mutate()} close={close}>
        <Names form={form} isNew={!reply} set={set} faults={faultsOf(save.error)} />
        <CannedTexts
          texts={form.texts}
          languages={languages}
          placeholders={placeholders}
          change={(texts) => set({ texts })}
        />
        {reply && <ActiveSwitch value={form.active} error={undefined} change={(active) => set({ active })} />}
      </DialogForm>
    </Dialog>
  );
}

interface NamesProps {
  form: Form;
  isNew: boolean;
  set: (part: Partial<Form>) => void;
  faults: Faults;
}

function Names({ form, isNew, set, faults }: NamesProps) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  return (
    <>
      {isNew && <KeyInput value={form.key} error={faults.within('key')} change={(key) => set({ key })} />}
      <LocalizedInputs
        label={t('canned.name')}
        value={form.title}
        fault={(language) => faults.within(`title.${language}`)}
        change={(title) => set({ title })}
      />
      <Select
        label={t('admin.field.queue')}
        placeholder={t('canned.everyQueue')}
        clearable
        clearButtonProps={{ 'aria-label': t('canned.everyQueue') }}
        error={faults.within('queue')}
        data={(queues.data ?? []).map(({ key, name }) => ({ value: key, label: localized(name) }))}
        value={form.queue}
        onChange={(queue) => set({ queue })}
      />
    </>
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
      notifySuccess(t('admin.saved'));
      close();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.canned }),
  });
}

/** Languages without a text are omitted. */
const written = (texts: CannedText[]) => texts.filter(({ text }) => text.trim() !== '');
