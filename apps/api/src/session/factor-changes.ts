import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from '../live/live-server.js';

/** What a change of somebody's second factors means for what they hold open. */
@Injectable()
export class FactorChanges {
  constructor(
    @Inject(Presence) private readonly presence: Presence,
    @Inject(LiveServer) private readonly live: LiveServer,
  ) {}

  /** Sessions without one have ended; whoever could only enrol is at work now. */
  async firstAdded(caller: Principal): Promise<void> {
    this.live.endPerson(caller.id, caller.sessionId);
    if (caller.mustEnrol) await this.presence.signedIn(caller.id);
  }

  /** All other sessions have ended. */
  removed(caller: Principal): void {
    this.live.endPerson(caller.id, caller.sessionId);
  }
}
