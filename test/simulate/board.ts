import type { LiveEvent, LiveQueue, Snapshots } from '#wasl/contracts';
import type { Http } from './http.js';
import { LiveRooms } from './live-rooms.js';
import type { SignedIn } from './sign-in.js';

/** A supervisor's wallboard: an initial snapshot and all events since. */
export class Board {
  private readonly queues = new Map<string, LiveQueue>();
  private readonly rooms: LiveRooms;

  constructor(api: string, { cookie }: SignedIn) {
    this.rooms = new LiveRooms(api, cookie);
    this.rooms.enter('board', {
      snapshot: (snapshot) => (snapshot as Snapshots['board']).queues.forEach((queue) => this.show(queue)),
      event: (event) => this.take(event),
    });
  }

  get gaps(): number {
    return this.rooms.gaps;
  }

  get shown(): LiveQueue[] {
    return [...this.queues.values()];
  }

  close(): void {
    this.rooms.close();
  }

  private take(event: LiveEvent): void {
    if (event.type === 'queue.changed') this.show(event.data);
  }

  private show(queue: LiveQueue): void {
    this.queues.set(queue.key, queue);
  }
}

export async function readQueues(http: Http): Promise<LiveQueue[]> {
  const { body } = await http.get<{ data: { key: string }[] }>('/api/v1/queues');
  return Promise.all(
    body.data.map(async ({ key }) => (await http.get<LiveQueue>(`/api/v1/queues/${key}/live`)).body),
  );
}
