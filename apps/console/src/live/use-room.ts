import { useEffect } from 'react';
import type { LiveRoom } from '#wasl/contracts';
import { enterRoom } from './live-client.js';

export function useRoom(room: LiveRoom | undefined): void {
  useEffect(() => (room === undefined ? undefined : enterRoom(room)), [room]);
}

/** Follows a room without being shown in it as a viewer. */
export function useRoomAside(room: LiveRoom): void {
  useEffect(() => enterRoom(room, true), [room]);
}

/** The rooms are joined into one string, so that the effect runs only when their names change. */
export function useRooms(names: LiveRoom[]): void {
  const joined = names.join('\n');
  useEffect(() => {
    const leave = joined === '' ? [] : joined.split('\n').map((room) => enterRoom(room as LiveRoom));
    return () => leave.forEach((go) => go());
  }, [joined]);
}
