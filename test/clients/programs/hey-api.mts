// A program of strangers, compiled with the client that @hey-api/openapi-ts generates beside it. It fails by throwing.
import assert from 'node:assert/strict';
import { createClient } from './generated/client/index.js';
import {
  attachmentsDownload,
  attachmentsUpload,
  type Problem,
  type TicketAnswer,
  ticketsCreate,
  ticketsGet,
  ticketsList,
  ticketsPatch,
} from './generated/index.js';

const [url, token] = process.argv.slice(2) as [string, string];
const client = createClient({
  baseUrl: url,
  // The document offers a cookie, too; a program has a token only.
  auth: ({ scheme }) => (scheme === 'bearer' ? token : undefined),
});

const file = (subject: string, key: string) =>
  ticketsCreate({
    client,
    headers: { 'Idempotency-Key': key },
    body: { subject, description: 'The light before house 12 is out.', requester: { name: 'Mona' } },
  });

// A ticket, once for one key
const first = await file('one', 'key-1');
const ticket: TicketAnswer = first.data!;
const again = await file('one', 'key-1');
assert.equal(again.data?.number, ticket.number);
const other = await file('another', 'key-1');
assert.deepEqual([other.response?.status, other.error?.code], [409, 'idempotency.mismatch']);

// A change of the version last seen
const path = { number: ticket.number };
const etag = (await ticketsGet({ client, path })).response!.headers.get('etag')!;
const change = (headers: { 'If-Match': string }) =>
  ticketsPatch({ client, path, headers, body: { priority: 'high' } });
assert.equal((await change({ 'If-Match': etag })).data?.priority, 'high');
const stale: Problem | undefined = (await change({ 'If-Match': etag })).error;
assert.equal(stale?.code, 'version.stale');
// What the types refuse is refused by the server as well.
const blind = await change({} as { 'If-Match': string });
assert.deepEqual([blind.response?.status, blind.error?.code], [428, 'version.required']);

// A file, sent and read again
const content = new Blob(['%PDF-1.4 not much of one'], { type: 'application/pdf' });
const sent = await attachmentsUpload({ client, body: { file: new File([content], 'plan.pdf') } });
assert.equal(sent.data?.name, 'plan.pdf');
const refused = await attachmentsDownload({ client, path: { id: ticket.number } });
const problem: Problem | undefined = refused.error;
assert.equal(problem?.status, 404);

// Pages
await file('two', 'key-2');
await file('three', 'key-3');
const subjects: string[] = [];
let after: string | undefined;
do {
  const { data } = await ticketsList({ client, query: { 'page[size]': 2, 'page[after]': after } });
  subjects.push(...data!.data.map(({ subject }) => subject));
  after = data!.meta.hasMore ? (data!.meta.after ?? undefined) : undefined;
} while (after !== undefined);
assert.deepEqual(subjects.sort(), ['one', 'three', 'two']);

// A refusal without a token
const stranger = await ticketsList({ client: createClient({ baseUrl: url }) });
assert.deepEqual([stranger.response?.status, stranger.error?.code], [401, 'session.required']);
