// A program of strangers in a project that has the packed SDK and nothing else. It fails by throwing.
import assert from 'node:assert/strict';
import { createWasl, etagOf, type Input, isWaslError, type Item, WaslError } from '@wasl/sdk';
import { verifyWebhook, WebhookVerificationError } from '@wasl/sdk/webhooks';

const [url, token, webhook] = process.argv.slice(2) as [string, string, string];
const wasl = createWasl({ baseUrl: url, token, language: 'en' });
const codeOf = (error: unknown) => (error instanceof WaslError ? [error.status, error.code] : error);

// A ticket, once for one key; each call without one has its own.
const body: Input<'Tickets_create'>['body'] = {
  subject: 'one',
  description: 'The light before house 12 is out.',
  requester: { name: 'Mona' },
};
const made = await wasl.tickets.create({ body, idempotencyKey: 'key-1' }).withResponse();
const ticket = made.data;
assert.equal(made.response.headers.get('location'), `${url}/api/v1/tickets/${ticket.number}`);
assert.equal((await wasl.tickets.create({ body, idempotencyKey: 'key-1' })).number, ticket.number);
assert.notEqual((await wasl.tickets.create({ body: { ...body, subject: 'two' } })).number, ticket.number);
await wasl.tickets.create({ body: { ...body, subject: 'three' } });

// A change of the version that was read
const path = { number: ticket.number };
assert.equal(etagOf(ticket), made.response.headers.get('etag'));
const changed = await wasl.tickets.patch({ path, ifMatch: ticket, body: { priority: 'high' } });
assert.equal(changed.priority, 'high');
const stale = await wasl.tickets
  .patch({ path, ifMatch: ticket, body: { priority: 'low' } })
  .catch((error: unknown) => error);
assert.ok(isWaslError(stale, 'version.stale'));
// The types refuse a change without a version; so does the server.
// @ts-expect-error ifMatch is missing
const blind = await wasl.tickets.patch({ path, body: { priority: 'low' } }).catch(codeOf);
assert.deepEqual(blind, [428, 'version.required']);

// A file
const content = new File([Buffer.from('%PDF-1.4 not much of one')], 'plan.pdf', { type: 'application/pdf' });
assert.equal((await wasl.attachments.upload({ body: { file: content } })).name, 'plan.pdf');
const csv = await wasl.ticketExport.download({ query: { format: 'csv' } });
assert.equal(typeof csv, 'string');

// Everything in a list, two at a time
const tickets: Item<'Tickets_list'>[] = [];
for await (const one of wasl.tickets.list.each({ query: { 'page[size]': 2 } })) tickets.push(one);
assert.deepEqual(tickets.map(({ subject }) => subject).sort(), ['one', 'three', 'two']);
let pages = 0;
for await (const { data } of wasl.tickets.list.pages({ query: { 'page[size]': 2 } }))
  pages += data.length && 1;
assert.equal(pages, 2);

// Refusals
const invalid = await wasl.tickets
  .create({ body: { ...body, subject: '' } })
  .catch((error: unknown) => error);
assert.ok(isWaslError(invalid, 'request.invalid'));
assert.equal(invalid.errors[0]?.path, 'subject');
assert.match(invalid.requestId!, /^[\w-]{36}$/);
const stranger = createWasl({ baseUrl: url });
assert.deepEqual(await stranger.tickets.list().catch(codeOf), [401, 'session.required']);

// A webhook
const { sent, headers, secret } = JSON.parse(webhook) as {
  sent: string;
  headers: Record<string, string>;
  secret: string;
};
assert.equal(verifyWebhook(sent, headers, secret).type, 'ticket.created');
assert.throws(() => verifyWebhook(`${sent} `, new Headers(headers), secret), WebhookVerificationError);
