import { ReceiveMail } from '#wasl/channels';
import { waitFor } from '#wasl/testing';
import { PublicTickets } from '#wasl/tickets';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

type Row = Record<string, unknown>;

describe('merging, splitting and linking tickets', () => {
  let system: TestSystem;
  let agent: Client;
  let reader: Client;

  beforeAll(async () => {
    system = await startSystem({ mona: {}, ali: {} }, { worker: true });
    [agent, reader] = await Promise.all([system.signInAs('mona'), system.signInAs('ali')]);
  });
  afterAll(() => system.stop());

  const open = async (given: object = {}) =>
    (
      await agent.post('/api/v1/tickets', {
        subject: 'Lamp',
        description: 'It is dark',
        language: 'en',
        requester: { email: 'salma@example.com', name: 'Salma' },
        ...given,
      })
    ).body as Row & { number: string };
  const act = (number: string, what: string, body: object = {}) =>
    agent.post(`/api/v1/tickets/${number}/${what}`, body);
  const get = async (number: string) => (await agent.get(`/api/v1/tickets/${number}`)).body;
  const history = async (number: string) =>
    ((await agent.get(`/api/v1/tickets/${number}/history`)).body.data as Row[]).map(({ type, data }) => ({
      type,
      ...(data as object),
    }));
  const conversation = async (number: string) => (await agent.get(`/api/v1/tickets/${number}/messages`)).body;
  const bodies = async (number: string) =>
    ((await conversation(number)).data as Row[]).map((row) => row.body);
  const track = async (number: string) => {
    const trackingCode = await system.api.get(PublicTickets).trackingCode(number.replaceAll('-', ''));
    const answer = await system.anonymous.post('/api/v1/public/track', { number, trackingCode });
    const body = answer.body as Row & { timeline: { text: string }[] };
    return { ...body, trackingCode };
  };
  const work = async (number: string) =>
    (
      await system.database.query<{ state: string }>(
        `SELECT w.state FROM work w JOIN ticket t ON t.id = w.ticket_id WHERE t.number = $1 AND w.state <> 'done'`,
        [number.replaceAll('-', '')],
      )
    ).map(({ state }) => state);

  describe('merging', () => {
    it('should close one ticket, end its work, and continue with the other, with history on both', async () => {
      const [one, two] = [await open(), await open({ subject: 'Still dark' })];
      const { status, body } = await act(one.number, 'merge', { into: two.number });
      expect([status, body.number, body.status]).toEqual([200, two.number, 'new']);
      expect(await get(one.number)).toMatchObject({ status: 'closed', mergedInto: two.number });
      expect(await work(one.number)).toEqual([]);
      expect(await work(two.number)).toHaveLength(1);
      expect(await history(one.number)).toContainEqual(
        expect.objectContaining({ type: 'merged', into: two.number }),
      );
      expect(await history(two.number)).toContainEqual(
        expect.objectContaining({ type: 'absorbed', number: one.number }),
      );
      expect(await conversation(two.number)).toMatchObject({
        merged: [{ number: one.number, subject: 'Lamp', description: 'It is dark', requester: 'Salma' }],
      });
    });

    it('should show the whole conversation on the survivor, and redirect the old number to it', async () => {
      const [one, two] = [await open(), await open()];
      await act(one.number, 'messages', { kind: 'public_reply', body: 'first' });
      await act(one.number, 'merge', { into: two.number });
      await act(two.number, 'messages', { kind: 'public_reply', body: 'second' });
      expect(await bodies(two.number)).toEqual(['first', 'second']);
      const [first] = (await conversation(two.number)).data as Row[];
      expect(first!.ticket).toBe(one.number);

      const tracked = await track(one.number);
      expect(tracked).toMatchObject({ number: one.number, status: 'open', canReply: true, canRate: false });
      expect(tracked.timeline.map(({ text }) => text)).toEqual(expect.arrayContaining(['first', 'second']));
      const { trackingCode } = tracked;
      const said = await system.anonymous.post('/api/v1/public/track/messages', {
        number: one.number,
        trackingCode,
        body: 'third',
      });
      expect(said.status).toBeLessThan(300);
      expect(await bodies(two.number)).toEqual(['first', 'second', 'third']);

      await act(two.number, 'resolve', { note: 'done' });
      expect(await track(one.number)).toMatchObject({ status: 'resolved', canRate: true });
      const rated = await system.anonymous.post('/api/v1/public/track/rate', {
        number: one.number,
        trackingCode,
        score: 5,
      });
      expect(rated.status).toBeLessThan(300);
    });

    it('should route mail for the old number to the survivor', async () => {
      const mails = system.api.get(ReceiveMail);
      const [one, two] = [await open(), await open()];
      await act(one.number, 'merge', { into: two.number });
      const raw = [
        'From: salma@example.com',
        'To: general@contact.example',
        `Subject: Re: [#${one.number}] Lamp`,
        'Message-ID: <merged-1@example.com>',
        '',
        'by mail',
      ].join('\r\n');
      const received = await mails.receive(
        { from: 'salma@example.com', recipients: ['general@contact.example'] },
        Buffer.from(raw),
      );
      expect(received.outcome).toBe('joined');
      expect(await bodies(two.number)).toEqual(['by mail']);
      expect((await get(one.number)).status).toBe('closed');
    });

    it('should not show one requester’s messages to another, and send answers to both', async () => {
      const one = await open({ requester: { email: 'one@example.com' } });
      const two = await open({ requester: { email: 'two@example.com' } });
      await act(two.number, 'messages', { kind: 'public_reply', body: 'Dear Two, before' });
      await act(one.number, 'merge', { into: two.number });
      await act(two.number, 'messages', { kind: 'public_reply', body: 'To both' });
      const { trackingCode } = await track(two.number);
      await system.anonymous.post('/api/v1/public/track/messages', {
        number: two.number,
        trackingCode,
        body: 'I am Two',
      });
      const code = (await track(one.number)).trackingCode;
      await system.anonymous.post('/api/v1/public/track/messages', {
        number: one.number,
        trackingCode: code,
        body: 'I am One',
      });

      const textsOf = async (number: string) => (await track(number)).timeline.map(({ text }) => text);
      const ones = await textsOf(one.number);
      expect(ones).toEqual(expect.arrayContaining(['To both', 'I am One']));
      expect(ones.join()).not.toMatch(/before|I am Two/);
      const twos = await textsOf(two.number);
      expect(twos).toEqual(expect.arrayContaining(['Dear Two, before', 'To both', 'I am Two']));
      expect(twos.join()).not.toMatch(/I am One/);

      await waitFor(
        async () => {
          const mails = await system.database.query<{ recipient: string }>(
            `SELECT recipient FROM outgoing_mail WHERE purpose = 'reply' AND body_text LIKE '%To both%' ORDER BY recipient`,
          );
          return mails.map(({ recipient }) => recipient).join() === 'one@example.com,two@example.com';
        },
        { within: 20_000, what: 'both mails' },
      );
    });

    it('should be refused into itself, twice, in a cycle, and into a closed ticket', async () => {
      const [one, two, three] = [await open(), await open(), await open()];
      const codeOf = async (from: string, into: string) => {
        const { status, body } = await act(from, 'merge', { into });
        return [status, body.code];
      };
      expect(await codeOf(one.number, one.number)).toEqual([409, 'ticket.merge_self']);
      await act(one.number, 'merge', { into: two.number });
      expect(await codeOf(two.number, one.number)).toEqual([409, 'ticket.merged']);
      expect(await codeOf(one.number, three.number)).toEqual([409, 'ticket.merged']);
      await act(three.number, 'resolve', { note: 'done' });
      expect(await codeOf(two.number, three.number)).toEqual([409, 'ticket.illegal_transition']);
      expect(await codeOf(two.number, '1')).toEqual([404, 'ticket.number_wrong']);
      for (const [what, body] of [
        ['reopen', {}],
        ['assign', { assignee: system.people.mona!.id }],
        ['messages', { kind: 'internal_note', body: 'x' }],
        ['split', { messages: [system.people.mona!.id], subject: 'x' }],
      ] as const) {
        expect([what, (await act(one.number, what, body)).body.code]).toEqual([what, 'ticket.merged']);
      }
    });

    it('should stay consistent when two tickets are merged into each other concurrently', async () => {
      for (let round = 0; round < 5; round++) {
        const [one, two] = [await open(), await open()];
        const answers = await Promise.all([
          act(one.number, 'merge', { into: two.number }),
          act(two.number, 'merge', { into: one.number }),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      }
    });

    it('should follow a chain of merges, and be reversible', async () => {
      const [one, two, three] = [await open(), await open(), await open()];
      await act(one.number, 'merge', { into: two.number });
      await act(two.number, 'merge', { into: three.number });
      const { trackingCode } = await track(one.number);
      await system.anonymous.post('/api/v1/public/track/messages', {
        number: one.number,
        trackingCode,
        body: 'far',
      });
      expect(await bodies(three.number)).toEqual(['far']);

      const undone = await act(one.number, 'unmerge');
      expect([undone.status, undone.body.status, undone.body.mergedInto]).toEqual([200, 'open', undefined]);
      expect(await work(one.number)).toHaveLength(1);
      expect((await act(one.number, 'unmerge')).body.code).toBe('ticket.not_merged');
      expect((await act(one.number, 'messages', { kind: 'internal_note', body: 'own again' })).status).toBe(
        201,
      );
      expect(await bodies(three.number)).toEqual(['far']);
      expect(await history(two.number)).toContainEqual(
        expect.objectContaining({ type: 'released', number: one.number }),
      );
    });
  });

  describe('splitting', () => {
    it('should create a ticket from selected messages', async () => {
      const ticket = await open({ queue: 'billing', priority: 'high' });
      const { trackingCode } = await track(ticket.number);
      const send = (body: string) =>
        system.anonymous.post('/api/v1/public/track/messages', { number: ticket.number, trackingCode, body });
      await send('about the lamp');
      await send('and my bill is wrong');
      await send('very wrong');
      const messages = ((await conversation(ticket.number)).data as Row[]).slice(1).map(({ id }) => id);
      const key = { 'idempotency-key': 'split-1' };
      const path = `/api/v1/tickets/${ticket.number}/split`;
      const made = await agent.post(path, { messages, subject: 'Bill' }, key);
      expect(made).toMatchObject({
        status: 201,
        body: {
          subject: 'Bill',
          description: 'and my bill is wrong',
          queue: 'billing',
          priority: 'high',
          status: 'new',
        },
      });
      expect((made.body.requester as Row).id).toBe((ticket.requester as Row).id);
      const number = made.body.number as string;
      expect((await agent.post(path, { messages, subject: 'Bill' }, key)).body.number).toBe(number);
      expect(await bodies(number)).toEqual(['and my bill is wrong', 'very wrong']);
      expect(await bodies(ticket.number)).toEqual(['about the lamp']);
      expect(await work(number)).toHaveLength(1);
      expect(await history(ticket.number)).toContainEqual(
        expect.objectContaining({ type: 'split', to: number }),
      );
      expect(await history(number)).toContainEqual(
        expect.objectContaining({ type: 'split_from', from: ticket.number }),
      );
      expect((await agent.get(`/api/v1/tickets/${number}/links`)).body.data).toMatchObject([
        { as: 'related', number: ticket.number },
      ]);
    });

    it('should put the new ticket into the given queue', async () => {
      const ticket = await open({ queue: 'general' });
      await act(ticket.number, 'assign', { assignee: system.people.mona!.id });
      const say = async () =>
        (await act(ticket.number, 'messages', { kind: 'internal_note', body: 'x' })).body.id as string;
      const split = async (queue?: string) =>
        (await act(ticket.number, 'split', { messages: [await say()], subject: 'Other', queue })).body;
      expect(await split()).toMatchObject({ queue: 'general', assignee: { id: system.people.mona!.id } });
      expect(await split('billing')).toMatchObject({ queue: 'billing', assignee: null });
      expect(
        (await act(ticket.number, 'split', { messages: [await say()], subject: 'O', queue: 'no' })).status,
      ).toBe(404);
    });

    it('should be undone by merging back', async () => {
      const ticket = await open();
      const { id } = (await act(ticket.number, 'messages', { kind: 'internal_note', body: 'moved' })).body;
      const made = (await act(ticket.number, 'split', { messages: [id], subject: 'Other' })).body
        .number as string;
      expect(await bodies(ticket.number)).toEqual([]);
      await act(made, 'merge', { into: ticket.number });
      expect(await bodies(ticket.number)).toEqual(['moved']);
    });

    it('should refuse messages of another ticket, and none', async () => {
      const [one, two] = [await open(), await open()];
      const { id } = (await act(two.number, 'messages', { kind: 'internal_note', body: 'x' })).body;
      for (const messages of [[id], []]) {
        const { status, body } = await act(one.number, 'split', { messages, subject: 'x' });
        expect([status, (body.errors as Row[])[0]!.path]).toEqual([400, 'messages']);
      }
    });
  });

  describe('linking', () => {
    it('should be visible on both tickets, once, until removed', async () => {
      const [one, two] = [await open(), await open()];
      await act(one.number, 'link', { to: two.number, as: 'causes' });
      const { status, body } = await act(one.number, 'link', { to: two.number, as: 'causes' });
      expect([status, body.data]).toEqual([
        200,
        [expect.objectContaining({ as: 'causes', number: two.number })],
      ]);
      expect((await agent.get(`/api/v1/tickets/${two.number}/links`)).body.data).toMatchObject([
        { as: 'caused_by', number: one.number, subject: 'Lamp', status: 'new' },
      ]);
      expect((await history(two.number)).filter(({ type }) => type === 'linked')).toHaveLength(1);
      expect((await agent.delete(`/api/v1/tickets/${two.number}/links/${one.number}`)).status).toBe(204);
      expect((await agent.get(`/api/v1/tickets/${one.number}/links`)).body.data).toEqual([]);
      expect((await agent.delete(`/api/v1/tickets/${two.number}/links/${one.number}`)).body.code).toBe(
        'ticket.not_linked',
      );
    });

    it('should refuse self-links, cycles and unknown kinds', async () => {
      const [one, two, three] = [await open(), await open(), await open()];
      await act(one.number, 'link', { to: two.number, as: 'part_of' });
      await act(two.number, 'link', { to: three.number, as: 'part_of' });
      expect((await act(three.number, 'link', { to: one.number, as: 'part_of' })).body.code).toBe(
        'ticket.link_circle',
      );
      expect((await act(one.number, 'link', { to: three.number, as: 'contains' })).body.code).toBe(
        'ticket.link_circle',
      );
      expect((await act(one.number, 'link', { to: one.number, as: 'related' })).body.code).toBe(
        'ticket.link_self',
      );
      expect((await act(one.number, 'link', { to: two.number, as: 'friend' })).status).toBe(400);
    });
  });

  it('should notify viewers of both tickets', async () => {
    const [one, two] = [await open(), await open()];
    await reader.connect();
    await reader.subscribe(`ticket:${one.number}`);
    await reader.subscribe(`ticket:${two.number}`);
    await act(one.number, 'merge', { into: two.number });
    for (const number of [one.number, two.number]) {
      await reader.waitForEvent('ticket.changed', ({ data }) => data.number === number);
    }
    reader.close();
  });
});
