/** What the groups of operations are about. A new tag needs a line here. */
export const TAGS: Record<string, string> = {
  session: 'Signing in and out, second factors, passkeys, and tokens of programs.',
  tickets: 'Tickets and their messages: open, read, change, assign, transfer, resolve, merge, split, link.',
  attachments: 'Files of tickets and messages.',
  agents: 'Presence and offers of the signed-in agent.',
  directory: 'What agents choose from: queues, services, reasons, colleagues.',
  requesters: 'People and businesses that are served.',
  promises: 'Service levels: what was promised to whom, and what was kept.',
  phone: 'Telephony: the CTI webhook, the log of calls, callbacks.',
  counter: 'Service centres: desks and visits.',
  mail: 'Mail that was received and sent.',
  messaging: 'Text messages.',
  roster: 'Shifts, and how they were kept.',
  reports: 'Figures, forecasts and staffing.',
  public: 'For the public, without signing in; rate limited.',
  open311: 'Open311 GeoReport v2, in XML and JSON.',
  administration: 'Settings of the contact centre, for administrators.',
};
