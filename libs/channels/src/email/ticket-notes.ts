import { formatTicketNumber } from '#wasl/tickets';

// Notes for staff on a ticket that a mail opened or joined, in the ticket's language.

export function burstNote({ language }: { language: string }, sender: string): string {
  return language === 'ar'
    ? `وردت رسائل كثيرة من \u2066${sender}\u2069 خلال ساعة. تضاف الرسائل التالية إلى هذه التذكرة.`
    : `Many mails came from ${sender} within an hour. Further ones are added to this ticket.`;
}

export function followUpNote(language: string, ticket: { number: string }): string {
  const number = formatTicketNumber(ticket.number);
  return language === 'ar'
    ? `رد على التذكرة المغلقة \u2066${number}\u2069.`
    : `A reply to ticket ${number}, which is closed.`;
}

export function replyToNote(language: string, address: string): string {
  return language === 'ar'
    ? `يطلب المرسل الرد على \u2066${address}\u2069. لم يُؤكَّد هذا العنوان، وترسل الردود إلى عنوان المرسل ما لم يُؤكَّد.`
    : `The sender asks for answers at ${address}. That address is not confirmed; until it is, answers go to the sender's own.`;
}
