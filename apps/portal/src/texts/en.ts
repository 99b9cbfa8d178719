import { chatEn } from './chat.en.js';
import { confirmEn } from './confirm.en.js';
import { counted } from './counted.js';
import { kioskEn } from './kiosk.en.js';
import { meEn } from './me.en.js';
import { reportEn } from './report.en.js';
import { receiptEn } from './receipt.en.js';
import { ticketEn } from './ticket.en.js';
import { trackEn } from './track.en.js';
import { uploadEn } from './upload.en.js';

const results = counted('en', { one: '{n} service found', other: '{n} services found' });
const files = counted('en', { one: '{n} file', other: '{n} files' });
const workingHours = counted('en', { one: '{n} working hour', other: '{n} working hours' });
const workingMinutes = counted('en', { one: '{n} working minute', other: '{n} working minutes' });
const problems = counted('en', { one: 'There is {n} problem', other: 'There are {n} problems' });

/** All English texts of the portal. The Arabic file must have the same keys, or it does not compile. */
export const en = {
  site: {
    name: 'Wasl',
    of: 'Government contact centre',
    skip: 'Skip to the content',
    otherLanguage: 'العربية',
    menu: 'Main pages',
    home: 'Home',
    file: 'Ask or report',
    track: 'Follow a ticket',
    privacy:
      'What you write is read only by those who deal with your matter. Photographs lose where and when they were taken.',
    calls: 'Emergency and short numbers',
  },
  home: {
    title: 'Ask, report or complain: one place for all government services',
    lead: 'Tell us once. We pass it to the right entity, and you follow it by one number.',
    searchLabel: 'What is it about?',
    searchHint: 'For example: water bill, broken street light, residence permit',
    search: 'Search',
    results,
    none: 'No service matches these words. Try others, or write to us anyway: we will find who is responsible.',
    all: 'All services',
    other: 'My matter is not in the list',
    trackTitle: 'Already have a number?',
    trackText: 'See where your ticket stands, add to it, or rate our answer.',
    danger: 'Is someone in danger? Do not write. Call now.',
    free: 'These numbers can be called at any hour.',
  },
  service: {
    by: 'Responsible',
    firstResponse: 'First answer within',
    resolution: 'Usually settled within',
    workingHours,
    workingMinutes,
    before: 'Before you write',
    tips: {
      enquiry: ['Have reference or account numbers at hand.', 'One question a ticket is answered sooner.'],
      complaint: ['Say what happened, where and when.', 'Say what you would consider a good outcome.'],
      suggestion: ['Say what should change and whom it would help.'],
      request: ['Say what you need and by when.', 'Attach documents that support your request.'],
      report: [
        'If there is danger, call an emergency number first.',
        'Say exactly where: area, street, a landmark.',
        'A photograph helps.',
      ],
    },
    start: 'Write to us about this',
    back: 'Back to all services',
  },
  kinds: {
    enquiry: ['Enquiry', 'I have a question'],
    complaint: ['Complaint', 'I am not satisfied with a service or treatment'],
    suggestion: ['Suggestion', 'I have an idea'],
    request: ['Request', 'I need a service'],
    report: ['Report', 'Something is broken or dangerous'],
  },
  audiences: {
    citizen: 'Citizen',
    resident: 'Resident',
    visitor: 'Visitor',
    business: 'Business or organisation',
    anonymous: 'I would rather not say who I am',
  },
  form: {
    optional: '(optional)',
    step: (n: number, of: number) => `Step ${n} of ${of}`,
    next: 'Continue',
    back: 'Back',
    errorTitle: problems,
    errorPrefix: 'Error: ',
    honeypot: 'Leave this field empty',
    file: 'Choose files',
    fileHint: (megabytes: number, most: number) =>
      `Photographs, PDF, Word, Excel or plain text; up to ${most} files of ${megabytes} MB each.`,
    attached: 'Attached',
    thumbnail: 'Preview:',
    size: (bytes: number) =>
      bytes < 1_000_000
        ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`,
    remove: 'Remove',
    files,
  },
  file: {
    title: 'Ask, report or complain',
    chooseTitle: 'What is it about?',
    matterTitle: 'Your matter',
    about: 'About',
    noService: 'No particular service',
    kind: 'What kind of matter is it?',
    subject: 'In a few words',
    subjectHint: 'For example: no water in our building since yesterday',
    description: 'Tell us more',
    descriptionHint: 'What happened, when, and what you expect. Please one matter only.',
    placeTitle: 'Place and files',
    address: 'Where is it?',
    addressHint: 'Area, street, building, or a landmark nearby. Leave it empty if there is no place.',
    locate: 'Use where I am now',
    locating: 'Looking for where you are …',
    notLocated: 'Where you are could not be found out. Please describe the place in words.',
    point: 'Point on the map',
    pointSet: 'A point on the map goes with your matter, so that the place is found.',
    dropPoint: 'Do not send the point',
    files: 'Photographs or documents',
    youTitle: 'How we reach you',
    audience: 'I am a',
    anonymousHint:
      'We then keep no name, telephone number or e-mail address; only number and code open your ticket.',
    name: 'Your name',
    contactHint: 'Give at least one of the two, so that we can answer you.',
    phone: 'Telephone number',
    email: 'E-mail address',
    checkTitle: 'Check your answers',
    checkLead: 'Please read once more what you wrote before you send it.',
    change: 'Change',
    empty: 'Not given',
    send: 'Send',
    sendNote: 'You will get a number and a code by which you can follow your ticket.',
  },
  receipt: receiptEn,
  track: trackEn,
  ticket: ticketEn,
  chat: chatEn,
  kiosk: kioskEn,
  confirm: confirmEn,
  me: meEn,
  report: reportEn,
  upload: uploadEn,
  errors: {
    required: 'Please fill in this field.',
    choose: 'Please choose one.',
    tooLong: (most: number) => `Please use at most ${most} characters.`,
    email: 'This is not an e-mail address. It should look like name@example.com',
    phone: 'This is not a telephone number. Digits only, with or without the country code.',
    followContact: 'Please give an address, or just keep the link below.',
    contact: 'Please give a telephone number or an e-mail address, or choose to stay anonymous.',
    fileTooLarge: (name: string, megabytes: number) => `“${name}” is larger than ${megabytes} MB.`,
    fileRefused: (name: string) => `“${name}” is of a type that we do not accept.`,
    fileUnreadable: (name: string) =>
      `The picture “${name}” cannot be read. Please send it again, or another one.`,
    filesAway: 'We cannot take files right now. Please try again shortly, or go on without them.',
    tooManyFiles: (most: number) => `At most ${most} files can be attached.`,
    fileGone: 'A file is no longer held. Please attach it again.',
    serviceGone: 'This service is no longer offered. Please choose another.',
    honeypot: 'A field that must stay empty was filled in. Please empty it and send again.',
    expired: 'This page was open for very long. Nothing is lost: please send again.',
    alreadySent:
      'You have already sent this form with other answers. If you send it again, a second ticket is opened.',
    alreadyReplied: 'This message was already sent.',
    cannotReply: 'This ticket was closed in the meantime.',
    cannotRate: 'This ticket was already rated.',
  },
  offline: {
    title: 'No connection',
    text: 'This device is not connected at the moment. Try again when it is, or call one of the numbers below.',
  },
  problems: {
    notFound: ['This page does not exist', 'The address may be mistyped, or the page has moved.'],
    tooMany: [
      'Too many requests',
      'Too much came from your network in a short time. Please wait a minute and try again.',
    ],
    tooLarge: ['Too large', 'What was sent is larger than allowed. Please go back and attach smaller files.'],
    foreign: ['Refused', 'This form was sent from another site.'],
    unavailable: [
      'Not available at the moment',
      'We cannot answer right now. Please try again in a few minutes, or call us.',
    ],
    internal: [
      'Something went wrong',
      'It is our fault and has been recorded. Please try again in a few minutes, or call us.',
    ],
    home: 'To the home page',
  },
};

export type Texts = Widen<typeof en>;
type Widen<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends readonly string[]
      ? string[]
      : T[K] extends (...args: never[]) => unknown
        ? T[K]
        : Widen<T[K]>;
};
