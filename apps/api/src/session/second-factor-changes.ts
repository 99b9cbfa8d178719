import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from '../live/live-server.js';

/** Updates sockets and presence after a person's second factors changed. */
@Injectable()
export class SecondFactorChanges {
  constructor(
    @Inject(Presence) private readonly presence: Presence,
    @Inject(LiveServer) private readonly live: LiveServer,
  ) {}

  /** Sessions without a second factor have ended; a person who could only enrol before is signed in now. */
  async firstAdded(caller: Principal): Promise<void> {
    this.live.disconnectPerson(caller.id, caller.sessionId);
    if (caller.mustEnrol) await this.presence.signedIn(caller.id);
  }

  /** All other sessions have ended. */
  removed(caller: Principal): void {
    this.live.disconnectPerson(caller.id, caller.sessionId);
  }
}
