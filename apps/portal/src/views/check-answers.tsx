import { directionOf } from '#wasl/kernel';
import type { Draft, Step } from '../forms/draft.js';
import { pointOf, pointText } from '../forms/place.js';
import { FileName } from './files-field.js';
import type { NewPageProps } from './new-page.js';

/** Everything that will be sent, with a way back to each page. */
export function CheckAnswers({ frame, draft, service }: NewPageProps) {
  const { texts } = frame;
  const kind = texts.kinds[draft.kind as keyof typeof texts.kinds];
  const groups: { step: Step; title: string; rows: [string, string, boolean?][] }[] = [
    {
      step: 'matter',
      title: texts.file.matterTitle,
      rows: [
        [texts.file.about, service?.name ?? texts.file.noService],
        [texts.file.kind, kind?.[0] ?? ''],
        [texts.file.subject, draft.subject],
        [texts.file.description, draft.description],
      ],
    },
    { step: 'place', title: texts.file.placeTitle, rows: placeRows(draft, texts) },
    { step: 'you', title: texts.file.youTitle, rows: contactRows(draft, texts) },
  ];
  return (
    <>
      <p>{texts.file.checkLead}</p>
      {groups.map(({ step, title, rows }) => (
        <section className="answers" key={step}>
          <h2>{title}</h2>
          <button
            className="link"
            type="submit"
            name="go"
            value={`edit:${step}`}
            aria-label={`${texts.file.change}: ${title}`}
          >
            {texts.file.change}
          </button>
          <dl>
            {rows.map(([label, value, ltr]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd
                  dir={value.trim() === '' ? undefined : ltr ? 'ltr' : 'auto'}
                  className={ltr ? 'code' : undefined}
                >
                  {value.trim() === '' ? <span className="empty">{texts.file.empty}</span> : value}
                </dd>
              </div>
            ))}
            {step === 'place' && (
              <div>
                <dt>{texts.file.files}</dt>
                <dd dir={directionOf(frame.language)}>
                  {draft.files.length === 0 ? (
                    <span className="empty">{texts.file.empty}</span>
                  ) : (
                    <ul className="held">
                      {draft.files.map((file) => (
                        <li key={file.id}>
                          <FileName file={file} />
                        </li>
                      ))}
                    </ul>
                  )}
                </dd>
              </div>
            )}
          </dl>
        </section>
      ))}
      <p className="note">{texts.file.sendNote}</p>
    </>
  );
}

function placeRows(draft: Draft, { file }: NewPageProps['frame']['texts']): [string, string, boolean?][] {
  const point = pointOf(draft);
  return [
    [file.address, draft.address],
    ...(point ? [[file.point, pointText(point), true] as [string, string, boolean]] : []),
  ];
}

function contactRows(draft: Draft, texts: NewPageProps['frame']['texts']): [string, string, boolean?][] {
  const audience = texts.audiences[draft.audience as keyof typeof texts.audiences] ?? '';
  if (draft.audience === 'anonymous') return [[texts.file.audience, audience]];
  return [
    [texts.file.audience, audience],
    [texts.file.name, draft.name],
    [texts.file.phone, draft.phone, true],
    [texts.file.email, draft.email, true],
  ];
}
