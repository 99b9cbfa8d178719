import { type BuiltIn, mail, text } from './built-in-parts.js';

export const ENGLISH: BuiltIn = {
  acknowledgement: {
    mail: mail([
      'Hello,',
      'we have received your message and opened ticket {{ticketNumber}}.',
      'Subject: {{subject}}',
      'We expect to settle it by {{expectedBy}}.',
      'To follow it:',
      '{{trackLink}}',
      'Tracking code: {{trackingCode}}',
      'To add anything, simply reply to this mail.',
      '{{sender}}',
    ]),
    text: text([
      '{{sender}}: We have received your message. Ticket {{ticketNumber}}, tracking code {{trackingCode}}.',
      'We expect to settle it by {{expectedBy}}.',
      'Follow it:',
      '{{trackLink}}',
    ]),
  },
  reply: {
    mail: mail(['{{answer}}', '—', 'Ticket {{ticketNumber}}', '{{trackLink}}']),
    text: text([
      '{{sender}}. Ticket {{ticketNumber}}:',
      '{{answer}}',
      '{{whenShortened}}The whole answer:',
      '{{trackLink}}',
    ]),
  },
  resolved: {
    mail: mail([
      '{{answer}}',
      '—',
      'We consider this settled. If it is not, reply to this mail and the ticket will be opened again.',
      'Ticket {{ticketNumber}}',
      '{{trackLink}}',
    ]),
    text: text([
      '{{sender}}. Ticket {{ticketNumber}}:',
      '{{answer}}',
      'We consider this settled. If it is not, answer this text.',
      '{{whenShortened}}The whole answer:',
      '{{trackLink}}',
    ]),
  },
  tracking_code: {
    mail: mail([
      'Hello,',
      'someone asked for the tracking code of ticket {{ticketNumber}}.',
      'Tracking code: {{trackingCode}}',
      '{{trackLink}}',
      'If it was not you, ignore this mail, and give the code to nobody.',
      '{{sender}}',
    ]),
    text: text([
      '{{sender}}: The tracking code of ticket {{ticketNumber}} is {{trackingCode}}. Give it to nobody.',
      '{{trackLink}}',
    ]),
  },
  confirm_address: {
    mail: mail(
      [
        'Hello,',
        'this address was named for ticket {{ticketNumber}}. If it was you, confirm it, so that answers reach you here:',
        '{{contactLink}}',
        'Or enter this code on the ticket’s page: {{contactCode}}',
        'If it was not you, tell us under the same link, and nothing more will come about it.',
        '{{sender}}',
      ],
      'Confirm your address',
    ),
    text: text([
      '{{sender}}: Your number was named for ticket {{ticketNumber}}. Confirm it with code {{contactCode}} or here:',
      '{{contactLink}}',
      'If it was not you, tell us there.',
    ]),
  },
  answer_waiting: {
    mail: mail(
      [
        'Hello,',
        'there is an answer to ticket {{ticketNumber}}. We send it as soon as you have confirmed that this address is yours:',
        '{{contactLink}}',
        'Or enter this code on the ticket’s page: {{contactCode}}',
        'If the ticket is not yours, tell us under the same link, and nothing more will come about it.',
        '{{sender}}',
      ],
      'An answer waits for you to confirm your address',
    ),
    text: text([
      '{{sender}}: There is an answer to ticket {{ticketNumber}}. To get it, confirm your number with code {{contactCode}} or here:',
      '{{contactLink}}',
    ]),
  },
  sign_in_code: {
    mail: mail(
      [
        'Hello,',
        'this is the code to sign in to your requests:',
        '{{signInCode}}',
        'It works once, for ten minutes, in the browser in which it was asked for.',
        'Give it to nobody, not to our staff either. If you did not ask for it, ignore this mail.',
        '{{sender}}',
      ],
      'Your code to sign in',
    ),
    text: text([
      '{{sender}}: Your code to sign in is {{signInCode}}. It works once, for ten minutes. Give it to nobody.',
    ]),
  },
  report_confirm: {
    mail: mail(
      [
        'Hello,',
        'someone asked that this address be told how report {{ticketNumber}} ({{reportService}}) goes on.',
        'To confirm that, open this link:',
        '{{confirmLink}}',
        'If it was not you, ignore this mail: nothing more will come, and your address is deleted within two days.',
        '{{sender}}',
      ],
      'Confirm that you follow the report: {{reportService}}',
    ),
    text: text([
      '{{sender}}: To follow report {{ticketNumber}}, confirm your number here:',
      '{{confirmLink}}',
      'If it was not you, ignore this.',
    ]),
  },
  report_stage: {
    mail: mail(
      [
        'Hello,',
        'the report that you follow, {{ticketNumber}} ({{reportService}}):',
        '{{reportStage}}.',
        '{{reportLink}}',
        '—',
        'Replies to this mail are not read. To get no more of these notices:',
        '{{stopLink}}',
        '{{sender}}',
      ],
      '{{reportService}}: {{reportStage}}',
    ),
    text: text([
      '{{sender}}. Report {{ticketNumber}}: {{reportStage}}.',
      '{{reportLink}}',
      'To stop these, text STOP',
    ]),
  },
  password_reset: {
    mail: mail(
      [
        'Hello,',
        'someone asked to set a new password for your account with Wasl.',
        'To set it, open this link:',
        '{{passwordLink}}',
        'The link is good once, for an hour.',
        'If it was not you, ignore this mail; your password is unchanged.',
      ],
      'Set a new password',
    ),
  },
  security_notice: {
    mail: mail(
      [
        'Hello,',
        'the way to sign in to your account with Wasl was changed:',
        '{{securityChange}}',
        'If it was you, there is nothing to do.',
        'If it was not, tell your administrator at once.',
      ],
      'Signing in to your account was changed',
    ),
  },
  webhook_disabled: {
    mail: mail(
      [
        'Hello,',
        'a webhook of Wasl was disabled: its receiver is told nothing any more.',
        'Receiver: {{webhookReceiver}}',
        '{{webhookFault}}',
        'When the receiver works again, enable the webhook under Administration, Webhooks, and have it told again what it has missed. Events are kept for 30 days.',
      ],
      'A webhook was disabled: {{webhookReceiver}}',
    ),
  },
  texts_stopped: {
    text: text(['{{sender}}: You will get no more texts from us. To get them again, text START']),
  },
  texts_resumed: { text: text(['{{sender}}: You will get our texts again. To stop them, text STOP']) },
};
