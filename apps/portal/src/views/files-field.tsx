import type { UiLanguage } from '#wasl/kernel';
import {
  ACCEPTED_EXTENSIONS,
  CHUNK_BYTES,
  MAX_UPLOAD_MEGABYTES,
  MAX_UPLOADS_PER_TICKET,
} from '#wasl/selfservice';
import type { Fault } from '../forms/validate-draft.js';
import { type PendingFile, serializePendingFile } from '../forms/draft.js';
import type { Texts } from '../texts/index.js';

interface Props {
  label: string;
  held: PendingFile[];
  faults: Fault[];
  texts: Texts;
  language: UiLanguage;
}

/** Loaded by pages with a file field; uploads the files before the form is submitted. */
export const UPLOAD_SCRIPT = 'uploads.js';

/** Selects files; files already uploaded are listed and can be removed. */
export function FilesField({ label, held, faults, texts, language }: Props) {
  const own = faults.filter((fault) => fault.field === 'files');
  return (
    <div
      className={own.length > 0 ? 'field faulty' : 'field'}
      data-uploads={`/${language}/uploads`}
      data-piece={CHUNK_BYTES}
      data-most={MAX_UPLOADS_PER_TICKET}
      data-too-many={texts.errors.tooManyFiles(MAX_UPLOADS_PER_TICKET)}
      data-error-prefix={texts.form.errorPrefix}
      data-words={JSON.stringify(texts.upload)}
    >
      <label htmlFor="files">
        {label} <span className="optional">{texts.form.optional}</span>
      </label>
      <p className="hint" id="files-hint">
        {texts.form.fileHint(MAX_UPLOAD_MEGABYTES, MAX_UPLOADS_PER_TICKET)}
      </p>
      {own.map((fault) => (
        <p className="fault" key={fault.text}>
          <span className="unseen">{texts.form.errorPrefix}</span>
          {fault.text}
        </p>
      ))}
      {held.length > 0 && (
        <ul className="held" aria-label={texts.form.attached}>
          {held.map((file, index) => (
            <li key={file.id}>
              <FileName file={file} />
              <button
                type="submit"
                className="link"
                name="go"
                value={`remove:${index}`}
                formNoValidate
                aria-label={`${texts.form.remove}: ${file.name}`}
              >
                {texts.form.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      {/* filled by the script alone */}
      <ul className="held" aria-label={texts.form.attached} data-list hidden />
      <p className="unseen" aria-live="polite" data-said />
      <input
        id="files"
        name="files"
        type="file"
        multiple
        accept={ACCEPTED_EXTENSIONS.join(',')}
        aria-describedby="files-hint"
        aria-invalid={own.length > 0 ? true : undefined}
      />
    </div>
  );
}

export function FileName({ file }: { file: PendingFile }) {
  return (
    <span>
      <bdi>{file.name}</bdi> <small dir="ltr">{sizeOf(file.size)}</small>
    </span>
  );
}

/** Uploaded files travel with the form as hidden fields. */
export function PendingFileFields({ held }: { held: PendingFile[] }) {
  return held.map((file) => (
    <input key={file.id} type="hidden" name="held" value={serializePendingFile(file)} />
  ));
}

const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
