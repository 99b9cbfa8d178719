let n = 0;

/** A ticket as staff or a program creates it. Half of the requesters are known, half new; languages and queues vary. */
export function newTicketBody() {
  n++;
  return {
    subject: n % 2 ? 'إنارة الشارع لا تعمل' : 'The street light does not work',
    description: 'The light in front of house 12, road 345 has been out for a week. '.repeat(5),
    language: n % 2 ? 'ar' : 'en',
    queue: ['general', 'billing', 'technical', 'complaints'][n % 4],
    requester: {
      name: `Person ${n % 5_000}`,
      email: `person${n % 2 ? n % 500 : `-${Date.now()}-${n}`}@example.com`,
    },
  };
}
