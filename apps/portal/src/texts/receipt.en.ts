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
  notices: {
    email: {
      claimed:
        'We are sending a message to your e-mail address. Once you have confirmed it, every answer also reaches you there.',
      verified: 'Every answer also reaches you by e-mail.',
    },
    phone: {
      claimed:
        'We are sending a text message to your mobile number. Once you have confirmed it, every answer also reaches you there.',
      verified: 'Every answer also reaches you by text message.',
    },
    phoneOnly:
      'We can call the number that you gave, but we send no text messages to it. You find our answer here, by number and code.',
    none: 'You gave no address, so we cannot write to you. You find our answer here, by number and code.',
  },
  follow: 'See your ticket',
  another: 'Write about another matter',
};
