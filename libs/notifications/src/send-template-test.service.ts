import { Inject, Injectable } from '@nestjs/common';
import { taggedSubject } from '#wasl/channels';
import { DomainError, uuidv7 } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { centreName, exampleValues } from './domain/notices.js';
import { PLACEHOLDERS } from './domain/placeholders.js';
import { renderMail, renderText } from './domain/render-template.js';
import type { TemplateKind, TemplateText } from './domain/template-catalogue.js';
import { MailJobs } from './mail-jobs.service.js';
import { MailWithoutTicket } from './mail-without-ticket.service.js';
import { TemplateAdmin, type TemplateName } from './template-admin.service.js';

const MAX_PER_HOUR = 20;
const STAFF_KINDS: TemplateKind[] = ['password_reset', 'security_notice', 'webhook_disabled'];

/** Mails a template with example values to the administrator who edits it, in the same way as real notices. */
@Injectable()
export class SendTemplateTest {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TemplateAdmin) private readonly templates: TemplateAdmin,
    @Inject(MailWithoutTicket) private readonly mail: MailWithoutTicket,
    @Inject(MailJobs) private readonly jobs: MailJobs,
  ) {}

  /** Text templates are mailed as they would read. @throws invalid with every fault; too_many `rate.limited` */
  async send(name: TemplateName, text: TemplateText, recipient: string): Promise<void> {
    const { language, medium } = name;
    const words = this.templates.validate(name, text);
    const values = exampleValues(language);
    const { subject, paragraphs } =
      medium === 'mail'
        ? renderMail(words, values)
        : { subject: '', paragraphs: [{ said: renderText(words.body, values, language) }] };
    const number = PLACEHOLDERS.ticketNumber.example.en;
    const id = await this.unitOfWork.run(async (tx) => {
      await withinLimit(tx, recipient);
      return this.mail.store(
        {
          eventId: `test-${uuidv7()}`,
          purpose: 'template_test',
          recipient,
          fromName: centreName(language),
          subject: STAFF_KINDS.includes(name.kind) ? subject : taggedSubject(number, subject),
          paragraphs,
          language,
        },
        tx,
      );
    });
    await this.jobs.add([{ id: id!, attempts: 0 }]);
  }
}

/** Counted under a lock on the address, so that concurrent tests stay within the limit together. */
async function withinLimit(tx: Tx, recipient: string): Promise<void> {
  tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 7249))', [recipient]);
  const [row] = await tx.query<{ sent: number }>(
    `SELECT count(*)::int AS sent FROM outgoing_mail
      WHERE recipient = $1 AND purpose = 'template_test' AND created_at > $2::timestamptz - interval '1 hour'`,
    [recipient, tx.now],
  );
  if (row!.sent >= MAX_PER_HOUR) throw new DomainError('too_many', 'rate.limited');
}
