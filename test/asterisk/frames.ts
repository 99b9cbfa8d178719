import { readFileSync } from 'node:fs';

type Json = Record<string, unknown>;

/** Frames recorded from a PBX; `name` is AMI's Event or ARI's type. */
const FRAMES = readFileSync(new URL('./frames.ndjson', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { source: 'AMI' | 'ARI'; event: Json });

const named = (source: 'AMI' | 'ARI', name: string): Json => {
  const found = FRAMES.find(
    (frame) => frame.source === source && (frame.event.Event ?? frame.event.type) === name,
  );
  if (!found) throw new Error(`no frame ${name} was recorded`);
  return structuredClone(found.event);
};

/** A recorded manager event with other values: `undefined` omits a field. */
export function amiFrame(name: string, fresh: Record<string, string>): Record<string, string> {
  const recorded = named('AMI', name) as Record<string, string>;
  return { ...recorded, Timestamp: (Date.now() / 1000).toFixed(6), ...fresh };
}

export interface FakeChannel {
  id: string;
  name: string;
  state: 'Down' | 'Ringing' | 'Up';
  caller: { name: string; number: string };
  connected: { name: string; number: string };
  accountcode: string;
  dialplan: { context: string; exten: string; priority: number; app_name: string; app_data: string };
  creationtime: string;
  language: string;
  protocol_id: string;
}

/** A recorded ARI event with another channel. */
export function ariFrame(name: string, channel: FakeChannel, fresh: Json = {}): Json {
  const recorded = named('ARI', name);
  return { ...recorded, timestamp: new Date().toISOString().replace('Z', '+0000'), ...fresh, channel };
}

/** The channel of a recorded call, to be modified. */
export function recordedChannel(): FakeChannel {
  return named('ARI', 'StasisStart').channel as FakeChannel;
}
