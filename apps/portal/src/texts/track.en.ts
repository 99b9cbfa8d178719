/** Opening a ticket by number and code. */
export const trackEn = {
  title: 'Follow a ticket',
  lead: 'The ticket number and the tracking code are on your receipt.',
  number: 'Ticket number',
  numberHint: 'Twelve digits, for example 2648-1937-0521',
  code: 'Tracking code',
  codeHint: 'Eight letters and digits',
  open: 'Open the ticket',
  lost: 'I lost the tracking code',
  wrong:
    'The number or the code is wrong. Please check both. After ten wrong codes from here, please wait some minutes between tries.',
  keptTitle: 'Nothing was sent yet',
  kept: 'This page was open for more than an hour, so we ask for the code once more. What you wrote is kept here until you close the page.',
  keptSignIn: 'If you signed in before, sign in on a new page:',
  keptGoOn: 'I am signed in again',
  lostTitle: 'Get your tracking code again',
  lostLead:
    'We send the code to the e-mail address or telephone number that you gave with the ticket, and to no other. If you have not confirmed it yet, we send you the link for that.',
  lostLeadMail:
    'We send the code to the e-mail address that you gave with the ticket, and to no other. If you have not confirmed it yet, we send you the link for that. We send no codes by text message; if you gave only a telephone number, please call us.',
  mailOnly: 'Please enter an e-mail address. We send no codes by text message.',
  contactWrong: 'Please enter an e-mail address or a mobile number.',
  contact: 'Your e-mail address or telephone number',
  sendCode: 'Send the code',
  codeSent: 'If number and contact belong together, the code is on its way. It may take some minutes.',
};
