import { Inject, Injectable } from '@nestjs/common';
import { Database, putSetting, UnitOfWork } from '#wasl/platform';

/** What agents of the centre read: everything, or only what waits in the queues they serve. */
export const AGENTS_READ = ['all', 'served_queues'] as const;
export type AgentsRead = (typeof AGENTS_READ)[number];

const SETTING = 'agents-read';
/** How long a change may take to reach every process. */
const MAX_AGE_MS = 3_000;

/** The centre's choice of what its agents read. */
@Injectable()
export class ReadingPolicy {
  private cached: { at: number; value: Promise<AgentsRead> } | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async isByServedQueues(): Promise<boolean> {
    return (await this.agentsRead()) === 'served_queues';
  }

  agentsRead(): Promise<AgentsRead> {
    if (!this.cached || performance.now() - this.cached.at > MAX_AGE_MS) {
      const cached = { at: performance.now(), value: this.read() };
      cached.value.catch(() => (this.cached = null));
      this.cached = cached;
    }
    return this.cached.value;
  }

  async choose(agentsRead: AgentsRead, byId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await putSetting(tx, SETTING, agentsRead);
      tx.emit('audit.noted', {
        actorId: byId,
        action: 'config.changed',
        targetKind: 'setting',
        targetId: SETTING,
        detail: { agentsRead },
      });
    });
    this.cached = null;
  }

  private async read(): Promise<AgentsRead> {
    const [row] = await this.database.query<{ value: AgentsRead }>(
      'SELECT value FROM setting WHERE key = $1',
      [SETTING],
    );
    return row?.value ?? 'all';
  }
}
