/** A channel of the Asterisk REST Interface, as far as we read it. */
export interface AriChannel {
  id: string;
  name: string;
  state: string;
  caller: { name: string; number: string };
  dialplan: { context: string; exten: string; priority: number; app_name?: string; app_data?: string };
}

/** An event of ARI's websocket, as far as we read it. */
export interface AriEvent {
  type: string;
  channel?: AriChannel;
  args?: string[];
  cause?: number;
  exten?: string;
  transferee?: AriChannel;
  transferer_first_leg?: AriChannel;
  transfer_target?: AriChannel;
  result?: string;
  /** the PBX went down with the channel; of our own making */
  lostAt?: Date;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const optional = (value: unknown, is: (value: unknown) => boolean): boolean => value == null || is(value);

/** Validates the fields that we read, because events come from another program. */
function isEvent(value: Record<string, unknown>): boolean {
  const { type, channel, args, cause, exten, transferee, transferer_first_leg, transfer_target, result } =
    value;
  return (
    isText(type) &&
    [channel, transferee, transferer_first_leg, transfer_target].every((one) => optional(one, isChannel)) &&
    optional(args, (list) => Array.isArray(list) && list.every(isText)) &&
    optional(cause, (one) => typeof one === 'number') &&
    [exten, result].every((one) => optional(one, isText))
  );
}

function isChannel(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, name, state, caller, dialplan } = value;
  return (
    [id, name, state].every(isText) &&
    isRecord(caller) &&
    [caller.name, caller.number].every(isText) &&
    isRecord(dialplan) &&
    [dialplan.context, dialplan.exten].every(isText) &&
    [dialplan.app_name, dialplan.app_data].every((one) => optional(one, isText))
  );
}

/** @returns null for anything that is not an event */
export function parseAriEvent(text: string): AriEvent | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && isEvent(value) ? (value as unknown as AriEvent) : null;
  } catch {
    return null;
  }
}

/** The arguments that the dialplan passed to `Stasis(app,…)` for a channel; null when it is not in this application. */
export function stasisArgs(channel: AriChannel, app: string): string[] | null {
  const { app_name, app_data = '' } = channel.dialplan;
  const [name, ...args] = app_data.split(',');
  return app_name === 'Stasis' && name === app ? args : null;
}
