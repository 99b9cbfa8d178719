import type { CounterReceipt, KioskCentre, KioskReceipt } from '#wasl/channels';
import type { PageContext } from './page-context.js';
import { KioskLayout } from './kiosk-layout.js';

interface Props {
  pageContext: PageContext;
  centre: KioskCentre;
  receipt: KioskReceipt;
  ticketKey: Pick<CounterReceipt, 'number' | 'trackingCode' | 'qr'>;
  mark: string;
}

const FORM = 'longer-form';

/** Shows the call-up number and the ticket number for a short time, so that the visitor can photograph them. */
export function KioskReceiptPage({ pageContext, centre, receipt, ticketKey, mark }: Props) {
  const { texts, language } = pageContext;
  const { kiosk } = texts;
  const title = receipt.callNumber ? kiosk.yours : kiosk.filed;
  return (
    <KioskLayout pageContext={pageContext} centre={centre} title={title} form={FORM} formPath="/longer">
      <div className="receipt">
        <h1>{title}</h1>
        {receipt.callNumber && (
          <p className="call-number">
            <bdi dir="ltr">{receipt.callNumber}</bdi>
          </p>
        )}
        <p className="lead">{receipt.callNumber ? kiosk.wait : kiosk.filedText}</p>
        {receipt.callNumber && <p>{receipt.ahead === 0 ? kiosk.next : kiosk.ahead(receipt.ahead)}</p>}
      </div>
      <div className="take-away">
        <svg role="img" aria-label={kiosk.picture} viewBox={`0 0 ${ticketKey.qr.size} ${ticketKey.qr.size}`}>
          <rect width="100%" height="100%" fill="#fff" />
          <path d={ticketKey.qr.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
        <div>
          <dl>
            <dt>{texts.receipt.number}</dt>
            <dd>
              <bdi dir="ltr">{ticketKey.number}</bdi>
            </dd>
            <dt>{texts.receipt.code}</dt>
            <dd>
              <bdi dir="ltr">{ticketKey.trackingCode}</bdi>
            </dd>
          </dl>
          <p>{kiosk.keep}</p>
        </div>
      </div>
      <form id={FORM} method="post" action={`/${language}/kiosk/${centre.key}/longer`}>
        <input type="hidden" name="mark" value={mark} />
        <div className="buttons">
          <a className="button" href={`/${language}/kiosk/${centre.key}`}>
            {kiosk.finish}
          </a>
          <button className="quiet" type="submit">
            {kiosk.longer}
          </button>
        </div>
        <p className="note">{kiosk.gone}</p>
      </form>
    </KioskLayout>
  );
}
