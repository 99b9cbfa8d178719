import { type BounceKind, DAEMON, delayed, free } from './bounce-kind.js';

/** Bounces in words, by product. */
export const PRODUCTS: BounceKind[] = [
  free(
    'qmail',
    DAEMON,
    'failure notice',
    `Hi. This is the qmail-send program at home.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<{to}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Message-ID: {id}`,
  ),
  free(
    'Exim',
    'Mail Delivery System <Mailer-Daemon@home.example>',
    'Mail delivery failed: returning message to sender',
    `A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  {to}
    SMTP error from remote mail server after RCPT TO: 550 No such user`,
    ['X-Failed-Recipients: {to}'],
  ),
  delayed(
    free(
      'Exim, warning',
      'Mail Delivery System <Mailer-Daemon@home.example>',
      'Warning: message 1abc delayed 24 hours',
      `A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue.

  {to}

No action is required on your part. Delivery attempts will continue for
some time.`,
      ['X-Failed-Recipients: {to}'],
    ),
  ),
  free(
    'Postfix',
    'MAILER-DAEMON@home.example (Mail Delivery System)',
    'Undelivered Mail Returned to Sender',
    `This is the mail system at host mx.home.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<{to}>: host mx[192.0.2.1] said: 550 5.1.1 User unknown`,
  ),
  free(
    'sendmail',
    'Mail Delivery Subsystem <MAILER-DAEMON@home.example>',
    'Returned mail: see transcript for details',
    `   ----- The following addresses had permanent fatal errors -----
<{to}>
    (reason: 550 5.1.1 User unknown)`,
  ),
  delayed(
    free(
      'sendmail, warning',
      'Mail Delivery Subsystem <MAILER-DAEMON@home.example>',
      'Warning: could not send message for past 4 hours',
      `    **********************************************
    **      THIS IS A WARNING MESSAGE ONLY      **
    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
    **********************************************

   ----- The following addresses had transient non-fatal errors -----
<{to}>`,
    ),
  ),
  free(
    'OpenSMTPD',
    'Mailer Daemon <MAILER-DAEMON@home.example>',
    'Delivery status notification: error',
    `    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this email.

    An error has occurred while attempting to deliver a message for
    the following list of recipients:

{to}: 550 5.2.2 <{to}>... Mailbox Full

    Below is a copy of the original message:

Message-ID: {id}`,
  ),
  delayed(
    free(
      'OpenSMTPD, warning',
      'Mailer Daemon <MAILER-DAEMON@home.example>',
      'Delivery status notification: warning',
      `    A message is delayed for more than 4 hours for the following
    list of recipients:

{to}: 451 4.7.1 greylisted`,
    ),
  ),
  free(
    'X2',
    'MAILER-DAEMON@home.example',
    'Delivery failure',
    `Unable to deliver message to the following address(es).

<{to}>:
This user doesn't have a home.example account ({to}) [0]`,
  ),
  free(
    'McAfee',
    'Mail Delivery System <postmaster@home.example>',
    'Delivery Status',
    `--- The following addresses had delivery problems ---

<{to}>   (User unknown {to})`,
  ),
  free(
    'Exchange 2003',
    'postmaster@home.example',
    'Undeliverable: Street light',
    `Your message did not reach some or all of the intended recipients.

The following recipient(s) could not be reached:

      {to} on 3/1/2026 10:00 AM
            The e-mail account does not exist. <mx.home.example #5.1.1>`,
  ),
  free(
    'Exchange Online',
    'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@home.example',
    'Undeliverable: Street light',
    `Your message to {to} couldn't be delivered.

gone wasn't found at home.example.`,
  ),
  free(
    'Gmail',
    'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
    'Delivery Status Notification (Failure)',
    `** Address not found **

Your message wasn't delivered to {to} because the address couldn't be found.`,
  ),
  delayed(
    free(
      'Gmail, incomplete',
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Delay)',
      `** Delivery incomplete **

There was a temporary problem delivering your message to {to}. Gmail will retry for 47 more hours.`,
      ['X-Failed-Recipients: {to}'],
    ),
  ),
  free(
    'Yahoo',
    'MAILER-DAEMON@mail.yahoo.example',
    'Failure Notice',
    'Sorry, we were unable to deliver your message to the following address.\n\n<{to}>:\n554: delivery error: dd This user does not have an account',
  ),
  free(
    'MDaemon',
    'MDaemon@home.example',
    'Permanent Delivery Failure',
    'The attached message had PERMANENT fatal delivery errors.\n\nFailed address: {to}',
  ),
  free(
    'IMail',
    'Postmaster <postmaster@home.example>',
    'Undeliverable Mail',
    'Unknown user: {to}\n\nOriginal message follows.',
  ),
  free(
    'Zimbra',
    'MAILER-DAEMON@home.example',
    'Undelivered Mail Returned to Sender',
    '<{to}>: host lmtp said: 552 5.2.2 Over quota',
  ),
  free(
    'Amazon SES',
    'MAILER-DAEMON@amazonses.example',
    'Delivery Status Notification (Failure)',
    'An error occurred while trying to deliver the mail to the following recipients:\n{to}',
  ),
  free(
    'null sender that is not named daemon',
    'System Administrator <admin@home.example>',
    'Undeliverable: Street light',
    'Your message to {to} was rejected.',
  ),
  free('our mail returned with its own header', DAEMON, 'Returned mail: Street light', '550 5.1.1 {to}', [
    'In-Reply-To: {id}',
  ]),
];

/** Bounces in words, by reason and language. */
export const TEXTS: BounceKind[] = [
  free(
    'user unknown',
    DAEMON,
    'Mail System Error - Returned Mail',
    'This message was undeliverable: {to}: No such user here',
  ),
  free('mailbox full', DAEMON, 'Mail status', 'The mailbox of {to} is full, or: mailbox is full.'),
  free('quota exceeded', DAEMON, 'Message status', '{to}: account is over quota'),
  free('account disabled', DAEMON, 'Message status', '{to}\n554 5.2.1 This account has been disabled'),
  free('relaying denied', DAEMON, 'Notice', '{to}\n550 5.7.1 Relaying denied'),
  free('Arabic', DAEMON, 'تعذر تسليم الرسالة', 'تعذّر تسليم رسالتكم إلى {to}: المستخدم غير موجود'),
  free('Arabic, mailbox full', DAEMON, 'إشعار', 'لم تصل الرسالة إلى {to} لأن صندوق البريد ممتلئ'),
  free(
    'French',
    'postmaster@home.example',
    'Non remis : Street light',
    "Votre message n'a pas pu être remis à {to}.",
  ),
  free('French, mailbox full', DAEMON, 'Avis', 'Échec de la remise à {to} : boîte pleine'),
  free(
    'German',
    'postmaster@home.example',
    'Unzustellbar: Street light',
    'Ihre Nachricht konnte nicht zugestellt werden: {to}',
  ),
  free(
    'Spanish',
    'postmaster@home.example',
    'No se puede entregar: Street light',
    'El mensaje a {to} no se pudo entregar.',
  ),
  free(
    'Italian',
    'postmaster@home.example',
    'Mancata consegna: Street light',
    'Impossibile recapitare il messaggio a {to}.',
  ),
  free(
    'Portuguese',
    'postmaster@home.example',
    'Falha na entrega: Street light',
    'A mensagem para {to} não foi entregue.',
  ),
  free(
    'Dutch',
    'postmaster@home.example',
    'Onbestelbaar: Street light',
    'Het bericht aan {to} kon niet worden bezorgd.',
  ),
  free('Russian', DAEMON, 'Недоставленное сообщение', 'Ваше письмо не может быть доставлено: {to}'),
  free(
    'Turkish',
    'postmaster@home.example',
    'Teslim edilemedi: Street light',
    '{to} adresine ileti gönderilemedi.',
  ),
  free('Chinese', 'postmaster@home.example', '系统退信', '无法投递到 {to}'),
  free('Japanese', DAEMON, '配信不能', '{to} に配信できませんでした'),
  delayed(
    free('German, delayed', DAEMON, 'Zustellung verzögert', 'Die Nachricht an {to} wird weiter versucht.'),
  ),
  delayed(free('Arabic, delayed', DAEMON, 'تأخر تسليم الرسالة', 'سنحاول مرة أخرى إرسال الرسالة إلى {to}')),
  {
    ...free('words that nobody knows', DAEMON, 'Tiedoksi', 'Postia ei voitu antaa: {to}'),
    action: 'unknown',
  },
];
