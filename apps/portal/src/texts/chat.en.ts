import { counted } from './counted.js';

const ahead = counted('en', {
  one: 'You are waiting; {n} chat is before yours.',
  other: 'You are waiting; {n} chats are before yours.',
});
const usual = counted('en', {
  one: 'Most people waited no longer than {n} minute lately.',
  other: 'Most people waited no longer than {n} minutes lately.',
});

/** What the live chat says, in English. */
export const chatEn = {
  title: 'Chat with us',
  lead: 'Write your question; a member of staff answers here. You get a ticket number, so nothing is lost if you have to go.',
  nobody:
    'Nobody is there to chat at the moment. Write to us all the same: your question becomes a ticket, and you follow the answer by its number.',
  closed:
    'The chat is closed now. Write to us all the same: your question becomes a ticket, and you follow the answer by its number.',
  opensAt: 'The chat opens again:',
  usual,
  question: 'What is it about?',
  questionHint: 'Please no passwords and no card numbers.',
  name: 'Your name',
  contactHint: 'If you give one of the two, our answer reaches you there should you have to go.',
  start: 'Begin the chat',
  write: 'Send',
  withoutScript:
    'Your browser runs no scripts, so you cannot chat here; what you send becomes a ticket, and you follow the answer by its number.',
  conversation: 'Conversation',
  you: 'You',
  us: 'Staff',
  files: 'Files were sent with it; you find them on the ticket’s page.',
  next: 'You are next.',
  ahead,
  answered: 'A member of staff is with you.',
  ended: 'This chat has ended.',
  endedMore:
    'You can still write; the answer then reaches you as you asked, and stands on the ticket’s page.',
  message: 'Your message',
  send: 'Send',
  enter: 'Enter sends, Shift and Enter begin a new line.',
  typing: 'Somebody is writing …',
  connecting: 'Connecting …',
  lost: 'The line is cut. We go on by ourselves as soon as it is back; nothing is lost.',
  pending: 'Not sent yet',
  refused: 'This page has been open too long to chat. Your ticket is still there:',
  tooFast: 'That was too fast. Please wait a moment and send it again.',
  leave: 'End the chat',
  follow: 'See the ticket',
  number: 'Ticket number',
  code: 'Tracking code',
  keep: 'With number and code you find everything again, also on another device.',
  refresh: 'Show what is new',
  offer: 'Chat with us',
  offerText: 'Members of staff are there now. Ask your question and read the answer here.',
};
