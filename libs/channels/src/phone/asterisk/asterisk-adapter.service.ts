import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { catchAndLog, Database, Leader, putSetting, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { ReconnectingConnection } from '../../reconnecting-connection.js';
import type { CallEvent } from '../domain/call-event.js';
import { type CallAnswer, HandleCallEvent } from '../handle-call-event.service.js';
import { WaitingCalls } from '../waiting-calls.service.js';
import { AmiCalls } from './ami-calls.js';
import { AmiClient } from './ami-client.js';
import { AriCalls } from './ari-calls.js';
import { AriClient } from './ari-client.js';
import { AsteriskCallsStore } from './asterisk-calls.store.js';
import { lostSince, OUTAGE_MS, type PbxRun } from './domain/pbx-life.js';
import { PbxLifeStore } from './pbx-life.store.js';
import { CALL_COMMAND_CHANNEL, CallCommands } from './call-commands.service.js';
import { PresenceMirror } from './presence-mirror.js';

const LOCK = 7_246_020;
const TICK_MS = 1_000;
const RECONCILE_MS = 30_000;
const LIFE_MS = 5_000;
const RETRY_DELAYS_MS = [200, 1_000, 3_000, 10_000];
const REPLACED = 'another program has taken the Stasis application: only one may';

/**
 * The Asterisk adapter, when configured: calls that the dialplan passes to our application are routed by us; calls
 * that the PBX distributes itself are followed. One process among many has the connections; when it dies another
 * takes over and reconciles with the PBX.
 */
@Injectable()
export class AsteriskAdapter implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Asterisk');
  private readonly leader?: Leader;
  private readonly ari?: { client: AriClient; calls: AriCalls; connection: ReconnectingConnection };
  private readonly ami?: { calls: AmiCalls; mirror: PresenceMirror; connection: ReconnectingConnection };
  private amiClient?: AmiClient;
  private timer?: NodeJS.Timeout;
  private ticking?: Promise<void>;
  private reconciledAt = 0;
  private notedAt = 0;
  /** when a connection was last there, or this process began to lead */
  private connectedAt = 0;
  private run: PbxRun = {};
  private reported: Promise<void> = Promise.resolve();

  constructor(
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(Database) private readonly database: Database,
    @Inject(HandleCallEvent) private readonly events: HandleCallEvent,
    @Inject(WaitingCalls) private readonly waiting: WaitingCalls,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(AsteriskCallsStore) private readonly store: AsteriskCallsStore,
    @Inject(CallCommands) private readonly commands: CallCommands,
    @Inject(PbxLifeStore) private readonly life: PbxLifeStore,
  ) {
    const { ASTERISK_ARI_URL, ASTERISK_AMI_URL, ASTERISK_APP } = settings;
    if (ASTERISK_ARI_URL) this.ari = this.createAri(ASTERISK_ARI_URL, ASTERISK_APP);
    if (ASTERISK_AMI_URL) this.ami = this.createAmi(ASTERISK_AMI_URL);
    if (!this.ari && !this.ami) return;
    this.leader = new Leader({
      url: settings.DATABASE_URL,
      lock: LOCK,
      name: 'asterisk',
      listen: [CALL_COMMAND_CHANNEL],
      onLead: () => this.lead(),
      onNotify: catchAndLog(this.logger, 'call commands', () => this.carryOut()),
      onLost: () => this.rest(),
    });
  }

  onApplicationBootstrap(): void {
    this.leader?.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.leader?.stop();
    this.rest();
    await this.ticking;
    await this.reported;
  }

  private lead(): void {
    this.connectedAt = Date.now();
    this.ari?.connection.start();
    this.ami?.connection.start();
    this.timer = setInterval(() => {
      this.ticking ??= this.tick().finally(() => (this.ticking = undefined));
    }, TICK_MS);
  }

  private rest(): void {
    clearInterval(this.timer);
    this.ari?.connection.stop();
    this.ami?.connection.stop();
    this.ari?.calls.known.clear();
  }

  private createAri(url: string, app: string) {
    const client = new AriClient(url, app);
    const calls = new AriCalls(
      client,
      {
        handle: (event) => this.handle(event),
        retry: (callId) => this.waiting.retry(callId),
        waitingInfo: (callId) => this.waiting.waitingInfo(callId),
        queues: () => this.catalogue.queues(),
      },
      this.store,
      this.settings.PHONE_ENDPOINT,
    );
    const connection: ReconnectingConnection = new ReconnectingConnection({
      name: 'Asterisk(ARI)',
      open: async (closed) => {
        await client.open({
          event: (event) => {
            if (event.type === 'ApplicationReplaced') connection.disconnectAndBackOff(REPLACED);
            else calls.handleEvent(event);
          },
          closed,
        });
        return openReconciled(
          () => client.close(),
          async () => this.connected({ ari: await client.startedAt() }, (lostAt) => calls.reconcile(lostAt)),
        );
      },
      changed: () => this.report(),
    });
    return { client, calls, connection };
  }

  private createAmi(url: string) {
    const calls = new AmiCalls((event) => this.handle(event), this.store, this.settings.PHONE_ENDPOINT);
    const mirror = new PresenceMirror(this.database, this.settings.PHONE_ENDPOINT);
    const connection = new ReconnectingConnection({
      name: 'Asterisk(AMI)',
      open: async (closed) => {
        await calls.refreshExtensions();
        const client = await AmiClient.open(url, {
          event: (message) => {
            mirror.handleMessage(message);
            calls.handleMessage(message);
          },
          closed: () => {
            this.amiClient = undefined;
            closed();
          },
        });
        return openReconciled(
          () => client.close(),
          async () => {
            await this.connected({ ami: await client.startedAt() }, (lostAt) =>
              calls.reconcile(client, lostAt),
            );
            await mirror.readMembers(client);
            this.amiClient = client;
          },
        );
      },
      changed: () => this.report(),
    });
    return { calls, mirror, connection };
  }

  private async tick(): Promise<void> {
    try {
      await this.watchLife();
      if (this.ari?.connection.state === 'connected') {
        await this.carryOut();
        await this.ari.calls.retryWaiting();
      }
      if (this.amiClient) await this.ami!.mirror.sync(this.amiClient);
      if (Date.now() - this.reconciledAt > RECONCILE_MS) await this.reconcile();
    } catch (error) {
      this.logger.warn((error as Error).message);
    }
  }

  /** Calls of a PBX that has been started anew since are over; see pbx-life.ts. */
  private async connected(run: PbxRun, reconcile: (lostAt: Date | null) => Promise<void>): Promise<void> {
    const before = await this.life.read();
    await reconcile(lostSince(before, run));
    this.run = { ari: before?.ari ?? null, ami: before?.ami ?? null, ...this.run, ...run };
    await this.life.note(this.run);
  }

  /** Notes that the PBX is alive, or ends its calls when it has not been for too long. */
  private async watchLife(): Promise<void> {
    const isThere = [this.ari, this.ami].some((line) => line?.connection.state === 'connected');
    const now = Date.now();
    if (isThere) this.connectedAt = now;
    if (now - this.notedAt < LIFE_MS) return;
    if (isThere) await this.life.note(this.run);
    else if (now - this.connectedAt < OUTAGE_MS) return;
    else if ((await this.life.endAll((event) => this.handle(event))) > 0) {
      this.logger.warn('the PBX is lost: its calls are ended');
      // Those that live on are found again; see ari-reconcile.ts.
      this.ari?.calls.known.clear();
    }
    this.notedAt = now;
  }

  /** Events may be missed even while connected. */
  private async reconcile(): Promise<void> {
    this.reconciledAt = Date.now();
    if (this.ari?.connection.state === 'connected') await this.ari.calls.reconcile();
    if (!this.amiClient) return;
    await this.ami!.calls.refreshExtensions();
    await this.ami!.calls.reconcile(this.amiClient);
  }

  private async carryOut(): Promise<void> {
    if (!this.ari || this.ari.connection.state !== 'connected') return;
    await this.commands.executePending(this.ari.client, this.ari.calls, (event) => this.handle(event));
  }

  /**
   * The PBX sends each event once, so a failed one is retried while the database is unavailable; a new call is not
   * retried.
   */
  private async handle(event: CallEvent): Promise<CallAnswer> {
    for (const wait of event.event === 'newCall' ? [] : RETRY_DELAYS_MS) {
      try {
        return await this.events.handle(event);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, wait).unref());
      }
    }
    return this.events.handle(event);
  }

  /**
   * Stores, for administrators, whether the PBX is reachable, and if not, why. Writes are serialised, so that the
   * last one counts.
   */
  private report(): void {
    this.reported = this.reported.then(() => this.writeReport());
  }

  private async writeReport(): Promise<void> {
    const stateOf = (connection?: ReconnectingConnection) =>
      connection && { state: connection.state, fault: connection.fault };
    const value = { ari: stateOf(this.ari?.connection), ami: stateOf(this.ami?.connection) };
    await putSetting(this.database, 'asterisk', value).catch((error: Error) =>
      this.logger.warn(error.message),
    );
  }
}

/** A connection is established only when reconciliation succeeds; otherwise it is closed and retried as a whole. */
async function openReconciled(close: () => void, reconcile: () => Promise<void>): Promise<() => void> {
  try {
    await reconcile();
    return close;
  } catch (error) {
    close();
    throw error;
  }
}
