import type { KioskCentre } from '#wasl/channels';
import type { PublicService } from '#wasl/selfservice';
import { type Fault, MAX_LENGTH } from '../forms/validate-draft.js';
import { type KioskDraft, MAX_KIOSK_MESSAGE_LENGTH } from '../kiosk/kiosk-draft.js';
import { TextArea, RadioGroup, ErrorSummary, Input } from './fields.js';
import type { PageContext } from './page-context.js';
import { KioskLayout } from './kiosk-layout.js';
import { Honeypot } from './honeypot.js';

interface Props {
  pageContext: PageContext;
  centre: KioskCentre;
  services: PublicService[];
  draft: KioskDraft;
  faults: Fault[];
}

const FORM = 'kiosk-form';

/** The kiosk form: the reason for the visit, in few fields. */
export function KioskPage({ pageContext, centre, services, draft, faults }: Props) {
  const { texts, language } = pageContext;
  const { kiosk } = texts;
  const common = { texts, faults };
  return (
    <KioskLayout
      pageContext={pageContext}
      centre={centre}
      title={kiosk.title}
      faulty={faults.length > 0}
      form={FORM}
    >
      <ErrorSummary faults={faults} texts={texts} />
      <h1>{kiosk.title}</h1>
      <p className="lead">{kiosk.lead}</p>
      {centre.waiting > 0 && <p>{kiosk.waiting(centre.waiting)}</p>}
      <form id={FORM} method="post" action={`/${language}/kiosk/${centre.key}`} noValidate autoComplete="off">
        <input type="hidden" name="token" value={draft.token} />
        <Honeypot pageContext={pageContext} shown={faults.some((fault) => fault.field === 'website')} />
        <TextArea
          {...common}
          name="message"
          label={kiosk.matter}
          hint={kiosk.matterHint}
          value={draft.message}
          rows={3}
          maxLength={MAX_KIOSK_MESSAGE_LENGTH}
        />
        {services.length > 0 && (
          <RadioGroup
            {...common}
            name="service"
            label={kiosk.service}
            value={draft.service}
            options={[
              { value: '', label: kiosk.none },
              ...services.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
        <Input
          {...common}
          name="name"
          label={kiosk.name}
          value={draft.name}
          maxLength={MAX_LENGTH.name}
          optional
        />
        <Input
          {...common}
          name="phone"
          label={kiosk.phone}
          hint={kiosk.phoneHint}
          value={draft.phone}
          type="tel"
          inputMode="tel"
          maxLength={MAX_LENGTH.phone}
          ltr
          optional
        />
        <div className="buttons">
          <button type="submit" name="go" value="draw">
            {kiosk.draw}
          </button>
          <button className="quiet" type="submit" name="go" value="stay">
            {kiosk.moreTime}
          </button>
          <a className="button quiet" href={`/${language}/kiosk/${centre.key}`}>
            {kiosk.again}
          </a>
        </div>
        <p className="note">{kiosk.startsAnew}</p>
      </form>
    </KioskLayout>
  );
}
