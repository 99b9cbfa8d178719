/** The page behind the link that confirms an address, and the code on a ticket's own page. */
export const confirmEn = {
  title: 'Is this address yours?',
  lead: {
    email:
      'Somebody gave this e-mail address for a ticket. If it was you, confirm it, so that answers reach you there.',
    phone:
      'Somebody gave this telephone number for a ticket. If it was you, confirm it, so that answers reach you there.',
  },
  warning:
    'Confirm only what you filed yourself. If it was not you, say so: you will hear nothing more about it.',
  yes: 'Yes, I filed this ticket',
  no: 'It was not me',
  confirmedTitle: 'Thank you, the address is confirmed',
  confirmed:
    'From now on answers reach you there. What was answered already is on its way. To see the ticket here you need the tracking code of your receipt.',
  refusedTitle: 'You will hear nothing more about this ticket',
  refused: 'This address was taken off the ticket. If it was yours after all, our staff can put it back.',
  expiredTitle: 'This link is too old to confirm',
  expired: 'Please call us, or file your matter anew. If the ticket is not yours, you can still say so.',
  goneTitle: 'This link does not work',
  gone: 'It may have been cut off. Please copy the whole link from the message that we sent you.',
  codeTitle: {
    email: 'Confirm your e-mail address',
    phone: 'Confirm your telephone number',
    both: 'Confirm your addresses',
  },
  codeLead:
    'We sent you a message with a six-digit code. Until you confirm, it only tells you that there is an answer, and not what it says.',
  code: 'Six-digit code',
  send: 'Confirm',
  again: 'Send the message again',
  done: 'Thank you, your address is confirmed.',
  wrong: 'This code is wrong or used up. After five wrong codes please have the message sent again.',
};
