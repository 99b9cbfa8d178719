import { AUDIENCES, TICKET_KINDS } from '#wasl/contracts';
import type { PublicService } from '#wasl/selfservice';
import { type Fault, MAX_LENGTH } from '../forms/validate-draft.js';
import { type Draft, type DraftField, type Step, STEPS } from '../forms/draft.js';
import { CheckAnswers } from './check-answers.js';
import { EmailInput, PhoneInput } from './contact-inputs.js';
import { DraftFields } from './draft-fields.js';
import { TextArea, RadioGroup, ErrorSummary, Input } from './fields.js';
import { FilesField, UPLOAD_SCRIPT } from './files-field.js';
import type { PageContext } from './page-context.js';
import { Layout, MAIN_FORM } from './layout.js';
import { PointField } from './point-field.js';
import { Honeypot } from './honeypot.js';

export interface NewPageProps {
  pageContext: PageContext;
  step: Step;
  draft: Draft;
  service: PublicService | null;
  token: string;
  faults: Fault[];
  /** the visitor came from the check-answers page and returns there */
  returning: boolean;
  /** the honeypot field was filled in */
  honeypotFilled: boolean;
}

/** One page of filing a ticket. Answers of the other pages are hidden fields; nothing is stored before the last submit. */
export function NewPage(props: NewPageProps) {
  const { pageContext, step, draft, token, faults, returning } = props;
  const { texts, language } = pageContext;
  const title = {
    matter: texts.file.matterTitle,
    place: texts.file.placeTitle,
    you: texts.file.youTitle,
    check: texts.file.checkTitle,
  }[step];
  return (
    <Layout
      pageContext={pageContext}
      title={title}
      path="/new"
      form={MAIN_FORM}
      faulty={faults.length > 0}
      scripts={step === 'place' ? ['place.js', UPLOAD_SCRIPT] : []}
    >
      <div className="narrow">
        <ErrorSummary faults={faults} texts={texts} />
        <p className="steps">{texts.form.step(STEPS.indexOf(step) + 2, STEPS.length + 1)}</p>
        <h1>{title}</h1>
        <form
          id={MAIN_FORM}
          method="post"
          action={`/${language}/new`}
          encType="multipart/form-data"
          noValidate
        >
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="step" value={step} />
          {returning && <input type="hidden" name="returning" value="1" />}
          <DraftFields draft={draft} except={FIELDS_OF[step]} />
          <Honeypot pageContext={pageContext} shown={props.honeypotFilled} />
          <StepFields {...props} />
          <div className="buttons">
            <button type="submit" name="go" value={step === 'check' ? 'send' : 'next'}>
              {step === 'check' ? texts.file.send : texts.form.next}
            </button>
            {step === 'matter' ? (
              <a className="button quiet" href={`/${language}/new`}>
                {texts.form.back}
              </a>
            ) : (
              <button className="quiet" type="submit" name="go" value="back" formNoValidate>
                {texts.form.back}
              </button>
            )}
          </div>
        </form>
      </div>
    </Layout>
  );
}

const FIELDS_OF: Record<Step, readonly DraftField[]> = {
  matter: ['kind', 'subject', 'description'],
  place: ['address', 'lat', 'long'],
  you: ['audience', 'name', 'phone', 'email'],
  check: [],
};

function StepFields(props: NewPageProps) {
  switch (props.step) {
    case 'matter':
      return <MatterFields {...props} />;
    case 'place':
      return <PlaceFields {...props} />;
    case 'you':
      return <YouFields {...props} />;
    case 'check':
      return <CheckAnswers {...props} />;
  }
}

function MatterFields({ pageContext: { texts }, draft, service, faults }: NewPageProps) {
  const kinds = TICKET_KINDS.map((kind) => ({
    value: kind,
    label: texts.kinds[kind][0]!,
    note: texts.kinds[kind][1]!,
  }));
  return (
    <>
      <p className="about">
        {texts.file.about}: <strong>{service?.name ?? texts.file.noService}</strong>
      </p>
      <RadioGroup
        name="kind"
        label={texts.file.kind}
        value={draft.kind}
        options={kinds}
        texts={texts}
        faults={faults}
      />
      <Input
        name="subject"
        label={texts.file.subject}
        hint={texts.file.subjectHint}
        value={draft.subject}
        maxLength={MAX_LENGTH.subject}
        texts={texts}
        faults={faults}
      />
      <TextArea
        name="description"
        label={texts.file.description}
        hint={texts.file.descriptionHint}
        value={draft.description}
        maxLength={MAX_LENGTH.description}
        texts={texts}
        faults={faults}
      />
    </>
  );
}

function PlaceFields({ pageContext: { texts, language }, draft, faults }: NewPageProps) {
  return (
    <>
      <Input
        name="address"
        label={texts.file.address}
        hint={texts.file.addressHint}
        value={draft.address}
        maxLength={MAX_LENGTH.address}
        autoComplete="street-address"
        optional
        texts={texts}
        faults={faults}
      />
      <PointField draft={draft} texts={texts} />
      <FilesField
        label={texts.file.files}
        held={draft.files}
        faults={faults}
        texts={texts}
        language={language}
      />
    </>
  );
}

function YouFields({ pageContext: { texts }, draft, faults }: NewPageProps) {
  const audiences = AUDIENCES.map((one) => ({
    value: one,
    label: texts.audiences[one],
    ...(one === 'anonymous' && { note: texts.file.anonymousHint }),
  }));
  return (
    <>
      <RadioGroup
        name="audience"
        label={texts.file.audience}
        value={draft.audience}
        options={audiences}
        texts={texts}
        faults={faults}
      />
      <Input
        name="name"
        label={texts.file.name}
        value={draft.name}
        maxLength={MAX_LENGTH.name}
        autoComplete="name"
        optional
        texts={texts}
        faults={faults}
      />
      <p className="note">{texts.file.contactHint}</p>
      <PhoneInput value={draft.phone} texts={texts} faults={faults} />
      <EmailInput value={draft.email} texts={texts} faults={faults} />
    </>
  );
}
