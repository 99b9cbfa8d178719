import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Row, rowsApi } from '../api/admin-api.js';
import { queryKeys } from '../api/query-keys.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { notifySuccess } from '../ui/notify.js';
import { bodyOf, type Catalogue, type CatalogueName, CATALOGUES, emptyValue } from './catalogue.js';
import { faultsOf } from '../ui/faults.js';
import { RowField } from './RowField.js';

/** Creates or edits one row of a list. A version conflict is reported; nothing is overwritten. */
export function RowDialog({ name, row, close }: { name: CatalogueName; row: Row | null; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const catalogue: Catalogue = CATALOGUES[name];
  const [form, setForm] = useState<Row>(() =>
    Object.fromEntries(catalogue.fields.map((field) => [field.name, row?.[field.name] ?? emptyValue(field)])),
  );
  const save = useMutation({
    mutationFn: () => {
      const body = bodyOf(catalogue.fields, form, row);
      if (!row) return rowsApi.create(catalogue.path, body);
      const version = catalogue.versioned ? Number(row.version) : undefined;
      return rowsApi.change(`${catalogue.path}/${catalogue.address(row)}`, version, body);
    },
    onSuccess: () => {
      notifySuccess(t('admin.saved'));
      close();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: queryKeys.rows(name) });
      void queries.invalidateQueries({ queryKey: queryKeys.queues });
      void queries.invalidateQueries({ queryKey: queryKeys.services });
    },
  });
  const faults = faultsOf(save.error);
  const asked = catalogue.fields.filter((field) => (row ? !field.once : field.name !== 'active'));
  return (
    <Dialog
      size="lg"
      title={row ? t('admin.editNamed', { name: catalogue.address(row) }) : t('admin.add')}
      close={close}
    >
      <DialogForm saving={save} submit={() => save.mutate()} close={close}>
        {asked.map((field) => (
          <RowField
            key={field.name}
            field={field}
            value={form[field.name]}
            error={faults.within(field.name)}
            change={(value) => setForm((old) => ({ ...old, [field.name]: value }))}
          />
        ))}
      </DialogForm>
    </Dialog>
  );
}
