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
}

/** @returns null for anything that is not an event */
export function parseAriEvent(text: string): AriEvent | null {
  try {
    const value: unknown = JSON.parse(text);
    const isEvent =
      typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
    return isEvent ? (value as AriEvent) : null;
  } catch {
    return null;
  }
}

/** What the dialplan gave to `Stasis(app,…)` of a channel that is in it; null when it is not in this application. */
export function stasisArgs(channel: AriChannel, app: string): string[] | null {
  const { app_name, app_data = '' } = channel.dialplan;
  const [name, ...args] = app_data.split(',');
  return app_name === 'Stasis' && name === app ? args : null;
}
