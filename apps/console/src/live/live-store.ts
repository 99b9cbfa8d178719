import { create } from 'zustand';
import type { CallControl, LiveRoom, RecordingState, ScreenPop } from '#wasl/contracts';
import type { Line } from './line-state.js';

export interface Viewer {
  id: string;
  name: string;
  typing: boolean;
}
export interface Call extends ScreenPop {
  state: 'ringing' | 'talking' | 'held' | 'ended';
  recording: RecordingState;
  /** what can be done with it from here */
  controls: CallControl[];
  /** when it came into this state, by this page's reckoning of the server's time */
  since: number;
}

export interface LiveState {
  line: Line;
  /** when the server was last heard of, in this machine's time */
  heardAt: number;
  refused: Partial<Record<LiveRoom, string>>;
  viewers: Record<string, Viewer[]>;
  /** until when the requester of a live chat counts as writing, in this machine's time, by ticket */
  writing: Record<string, number>;
  calls: Call[];
  /** tickets with messages that were not looked at */
  unread: Record<string, true>;
}

export const useLive = create<LiveState>()(() => ({
  line: 'off',
  heardAt: 0,
  refused: {},
  viewers: {},
  writing: {},
  calls: [],
  unread: {},
}));

export function forgetCall(interactionId: string): void {
  useLive.setState(({ calls }) => ({ calls: calls.filter((call) => call.interactionId !== interactionId) }));
}

export function forgetEndedCalls(): void {
  useLive.setState(({ calls }) => ({ calls: calls.filter((call) => call.state !== 'ended') }));
}

export function markRead(number: string): void {
  useLive.setState(({ unread }) => {
    if (!unread[number]) return {};
    const { [number]: _seen, ...rest } = unread;
    return { unread: rest };
  });
}
