import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/api.js';
import type { Attachment } from '../api/types.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';

/** Uploads files one after another; a refused file does not stop the others. */
export function useUpload(onAttached: (attachment: Attachment) => void) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [pending, setPending] = useState(0);
  const uploadAll = async (files: File[]) => {
    setPending((count) => count + files.length);
    for (const file of files) {
      try {
        onAttached(await upload(file));
      } catch (error) {
        notifyError(t('composer.uploadFailed', { name: `\u2068${file.name}\u2069` }), problemText(error));
      }
      setPending((count) => count - 1);
    }
  };
  return { uploadAll: (files: File[]) => void uploadAll(files), pending };
}
