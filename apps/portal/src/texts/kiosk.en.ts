import { counted } from './counted.js';

const waiting = counted('en', { one: '{n} person is waiting.', other: '{n} people are waiting.' });
const ahead = counted('en', { one: '{n} person is before you.', other: '{n} people are before you.' });

/** What the kiosk of a service centre says, in English. */
export const kioskEn = {
  title: 'Draw a number',
  lead: 'Tell us in a few words why you came. You get a number to be called by, and we know your matter already.',
  waiting,
  service: 'Which service is it about?',
  none: 'Something else, or I am not sure',
  matter: 'What is it about?',
  matterHint: 'A few words are enough. Please no passwords and no card numbers.',
  name: 'Your name',
  phone: 'Telephone number',
  phoneHint: 'If you give it, answers can also reach you later. Leave it empty to stay anonymous.',
  draw: 'Draw my number',
  moreTime: 'I need more time',
  startsAnew: 'For the next visitor, this page is emptied after five minutes.',
  again: 'Start again',
  closed: 'This centre is closed now',
  closedText: 'No numbers are given out. On our site you can write to us at any hour.',
  opensAt: 'It opens again:',
  yours: 'Your number',
  wait: 'Please take a seat. Your number is called out and shown at a desk.',
  next: 'You are next.',
  ahead,
  filed: 'Your matter is filed',
  filedText: 'The centre has just closed. Staff read what you wrote and answer as they would a letter.',
  keep: 'Take a photograph of this page, or scan the QR code with your telephone. Number and code together open your ticket on our site; the number also holds by telephone and mail.',
  picture: 'QR code that leads to your ticket',
  longer: 'Show it longer',
  gone: 'This page goes back to the start after a minute, so that nobody else reads it.',
  finish: 'I have noted it',
};
