/** The receipt of a filed matter. */
export const receiptEn = {
  title: 'We have received your ticket',
  number: 'Ticket number',
  code: 'Tracking code',
  keep: 'Keep both. They are the only way to open your ticket, and we never ask for the code by telephone.',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  next: 'What happens next',
  steps: [
    'A member of staff reads what you wrote and passes it to the right entity.',
    'We answer you, or ask you for what is missing.',
  ],
  expected: 'We expect to settle it by',
  notice:
    'If you gave an e-mail address or a mobile number, we have sent a message there. Once you have confirmed it, every answer also reaches you there.',
  follow: 'See your ticket',
  another: 'Write about another matter',
};
