import type { LiveEvent, LiveRoom, OfferView, Snapshots } from '#wasl/contracts';
import { LiveRooms } from '../simulate/live-rooms.js';
import { type SignedIn, signIn } from '../simulate/sign-in.js';

/** A signed-in client that subscribes to rooms and records all events in order. */
export class RoomClient {
  readonly events = new Map<LiveRoom, LiveEvent[]>();
  readonly snapshots = new Map<LiveRoom, number>();
  private readonly rooms: LiveRooms;
  readonly offers = new Map<string, OfferView>();

  private constructor(
    readonly person: SignedIn,
    api: string,
  ) {
    this.rooms = new LiveRooms(api, person.cookie);
  }

  static async signIn(api: string, name: string, password: string): Promise<RoomClient> {
    return new RoomClient(await signIn(api, `${name}@demo.example`, password), api);
  }

  watch(room: LiveRoom): this {
    this.events.set(room, []);
    this.rooms.enter(room, {
      snapshot: (snapshot) => {
        this.snapshots.set(room, this.rooms.seqOf(room)!);
        if (room === 'me')
          (snapshot as Snapshots['me']).offers.forEach((offer) => this.offers.set(offer.id, offer));
      },
      event: (event) => {
        this.events.get(room)!.push(event);
        if (event.type === 'offer.made') this.offers.set(event.data.id, event.data);
        if (event.type === 'offer.expired') this.offers.delete(event.data.id);
      },
    });
    return this;
  }

  isIn(room: LiveRoom): boolean {
    return this.snapshots.has(room);
  }

  get gaps(): number {
    return this.rooms.gaps;
  }

  offerOf(number: string): OfferView | undefined {
    return [...this.offers.values()].find(({ ticket }) => ticket.number === number);
  }

  async setPresence(state: 'available' | 'not_ready', reason?: string): Promise<void> {
    const { status, text } = await this.person.http.call('PUT', '/api/v1/me/presence', {
      json: { state, reason },
    });
    if (status !== 200) throw new Error(`presence: ${status} ${text}`);
  }

  close(): void {
    this.rooms.close();
  }
}
