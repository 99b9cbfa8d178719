import { create } from 'zustand';
import type { CallControl, LiveRoom, Projected, RecordingState, ScreenPop } from '#wasl/contracts';
import type { ConnectionStatus } from './connection-state.js';

export interface Viewer {
  id: string;
  name: string;
  typing: boolean;
}
export interface Call extends ScreenPop {
  state: 'ringing' | 'talking' | 'held' | 'ended';
  recording: RecordingState;
  /** controls available to this user */
  controls: CallControl[];
  /** start of the current state, in estimated server time */
  since: number;
}

export interface LiveState {
  connection: ConnectionStatus;
  /** time of the last packet from the server, in local time */
  lastHeardAt: number;
  /** up to when events are in the figures of the board, in local time; 0 before the board was opened */
  figuresAsOf: number;
  refused: Partial<Record<LiveRoom, string>>;
  viewers: Record<string, Viewer[]>;
  /** end of the typing indicator of a live chat by ticket, in local time */
  typingUntil: Record<string, number>;
  calls: Call[];
  /** tickets with unread messages */
  unread: Record<string, true>;
}

export const useLive = create<LiveState>()(() => ({
  connection: 'off',
  lastHeardAt: 0,
  figuresAsOf: 0,
  refused: {},
  viewers: {},
  typingUntil: {},
  calls: [],
  unread: {},
}));

export const noteProjected = ({ behindMs }: Projected): void =>
  useLive.setState({ figuresAsOf: Date.now() - behindMs });

/** Of errors: they are withdrawn when the call is over. */
export const aboutCall = ({ interactionId }: Pick<Call, 'interactionId'>): string => `call ${interactionId}`;
/** Of errors and notices: they are withdrawn when the ticket is opened, or something was done. */
export const aboutTicket = (number: string): string => `ticket ${number}`;

export function removeCall(interactionId: string): void {
  useLive.setState(({ calls }) => ({ calls: calls.filter((call) => call.interactionId !== interactionId) }));
}

export function removeEndedCalls(): void {
  useLive.setState(({ calls }) => ({ calls: calls.filter((call) => call.state !== 'ended') }));
}

export function markRead(number: string): void {
  useLive.setState(({ unread }) => {
    if (!unread[number]) return {};
    const { [number]: _seen, ...rest } = unread;
    return { unread: rest };
  });
}
