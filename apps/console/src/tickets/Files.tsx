import { useTranslation } from 'react-i18next';
import { attachmentAddress, thumbnailAddress } from '../api/api.js';
import type { Attachment } from '../api/types.js';
import { useExists } from '../i18n/use-exists.js';
import { Icon } from '../ui/icons.js';
import classes from './Conversation.module.css';
import { useFileSize } from './use-file-size.js';

interface Props {
  attachments: Attachment[];
  /** where they are downloaded from, if not as files of a ticket; then they have no thumbnails */
  address?: (id: string) => string;
}

/** Files are only downloaded, never rendered in the page; images have a thumbnail made by the server. */
export function Files({ attachments, address }: Props) {
  const { t } = useTranslation();
  const size = useFileSize();
  const exists = useExists();
  const stateText = ({ state, fault = '' }: Attachment) =>
    state === 'checking'
      ? t('file.checking')
      : t('file.refused', { why: exists(`file.fault.${fault.split(':')[0]!}`) ?? fault });
  if (attachments.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={t('message.attachments')}>
      {attachments.map((file) => (
        <li key={file.id}>
          {file.state ? (
            <>
              <Icon name={file.state === 'refused' ? 'alert' : 'clock'} size={14} /> <bdi>{file.name}</bdi>{' '}
              <strong>{stateText(file)}</strong>
            </>
          ) : (
            <a href={(address ?? attachmentAddress)(file.id)} download>
              {file.thumbnail && !address ? (
                <img
                  className={classes.thumbnail}
                  src={thumbnailAddress(file.id)}
                  alt={t('file.thumbnail')}
                  width={file.thumbnail.width}
                  height={file.thumbnail.height}
                  loading="lazy"
                />
              ) : (
                <Icon name="attach" size={14} />
              )}{' '}
              <bdi>{file.name}</bdi>
            </a>
          )}{' '}
          <span className={classes.time}>{size(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
