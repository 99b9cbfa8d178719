import { Button, CloseButton, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUpload } from '../tickets/use-upload.js';
import { Icon } from '../ui/icons.js';
import classes from './Counter.module.css';
import { changeFiles, useIntake } from './intake-store.js';

/** Uploads documents that the visitor brought. */
export function AttachFiles() {
  const { t } = useTranslation();
  const files = useIntake((state) => state.files);
  const { uploadAll, pending } = useUpload((file) => changeFiles((old) => [...old, file]));
  return (
    <div>
      <FileButton multiple onChange={uploadAll}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="xs"
            leftSection={<Icon name="attach" />}
            loading={pending > 0}
          >
            {t('composer.attach')}
          </Button>
        )}
      </FileButton>
      {files.length > 0 && (
        <ul className={classes.matters}>
          {files.map((file) => (
            <li key={file.id} className={classes.matter}>
              <bdi>{file.name}</bdi>
              <CloseButton
                aria-label={t('composer.detach', { name: `\u2068${file.name}\u2069` })}
                onClick={() => changeFiles((old) => old.filter((one) => one.id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
