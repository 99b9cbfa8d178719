import { Button, CloseButton, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../api/types.js';
import { usePermission } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import classes from './Composer.module.css';
import { useUpload } from './use-upload.js';

/** Files that will be sent with a text. @param props.detach left out while it is being sent */
export function AttachedFiles(props: {
  attachments: Attachment[];
  detach: ((id: string) => void) | undefined;
}) {
  const { attachments, detach } = props;
  const { t } = useTranslation();
  if (attachments.length === 0) return null;
  return (
    <ul className={classes.files}>
      {attachments.map((file) => (
        <li key={file.id}>
          <Icon name="attach" size={14} />
          <bdi>{file.name}</bdi>
          {detach && (
            <CloseButton
              size="sm"
              aria-label={t('composer.detach', { name: file.name })}
              onClick={() => detach(file.id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

export function AttachButton({ onAttached }: { onAttached: (attachment: Attachment) => void }) {
  const { t } = useTranslation();
  const mayUpload = usePermission('attachment.upload');
  const { uploadAll, pending } = useUpload(onAttached);
  if (!mayUpload) return null;
  return (
    <FileButton multiple onChange={uploadAll}>
      {(props) => (
        <Button
          {...props}
          variant="subtle"
          color="gray"
          size="sm"
          leftSection={<Icon name="attach" size={16} />}
        >
          {pending > 0 ? (
            <span role="status">
              {t('composer.uploading')} <Ltr>{pending}</Ltr>
            </span>
          ) : (
            t('composer.attach')
          )}
        </Button>
      )}
    </FileButton>
  );
}
