import { Inject, Injectable } from '@nestjs/common';
import { Database, putSetting } from '#wasl/platform';
import { emptyCallEvent, type CallEvent } from '../domain/call-event.js';
import { AsteriskCallsStore } from './asterisk-calls.store.js';
import { endOfLost } from '../domain/call-lifecycle.js';
import type { PbxLife, PbxRun } from './domain/pbx-life.js';

const KEY = 'asterisk_life';

/** When the PBX was last known to be alive, and which run of it, for every process that may take over. */
@Injectable()
export class PbxLifeStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AsteriskCallsStore) private readonly calls: AsteriskCallsStore,
  ) {}

  async read(): Promise<PbxLife | null> {
    const [row] = await this.database.query<{ value: PbxRun; at: Date }>(
      'SELECT value, updated_at AS at FROM setting WHERE key = $1',
      [KEY],
    );
    return row ? { ...row.value, at: row.at } : null;
  }

  /** The PBX is alive now. */
  async note(run: PbxRun): Promise<void> {
    await putSetting(this.database, KEY, run);
  }

  /** Ends every call of a PBX that is lost, at its last proof of life. @returns how many */
  async endAll(handle: (event: CallEvent) => Promise<unknown>): Promise<number> {
    const at = (await this.read())?.at;
    const open = (await this.calls.listPresent()).filter(({ ended }) => !ended);
    for (const call of open)
      await handle({ ...emptyCallEvent('hangup', call.callId), cause: endOfLost(call), at });
    return open.length;
  }
}
