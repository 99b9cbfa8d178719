import { directionOf } from '#wasl/kernel';
import type { Draft, Step } from '../forms/draft.js';
import { parsePoint, formatPoint } from '../forms/location.js';
import { FileName } from './files-field.js';
import type { NewPageProps } from './new-page.js';

/** Everything that will be sent, with a way back to each page. */
export function CheckAnswers({ pageContext, draft, service }: NewPageProps) {
  const { texts } = pageContext;
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
                <dd dir={directionOf(pageContext.language)}>
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

function placeRows(
  draft: Draft,
  { file }: NewPageProps['pageContext']['texts'],
): [string, string, boolean?][] {
  const point = parsePoint(draft);
  return [
    [file.address, draft.address],
    ...(point ? [[file.point, formatPoint(point), true] as [string, string, boolean]] : []),
  ];
}

function contactRows(
  draft: Draft,
  texts: NewPageProps['pageContext']['texts'],
): [string, string, boolean?][] {
  const audience = texts.audiences[draft.audience as keyof typeof texts.audiences] ?? '';
  if (draft.audience === 'anonymous') return [[texts.file.audience, audience]];
  return [
    [texts.file.audience, audience],
    [texts.file.name, draft.name],
    [texts.file.phone, draft.phone, true],
    [texts.file.email, draft.email, true],
  ];
}
