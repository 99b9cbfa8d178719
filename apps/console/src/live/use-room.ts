import { useEffect } from 'react';
import type { LiveRoom } from '#wasl/contracts';
import { enterRoom } from './live-client.js';

export function useRoom(room: LiveRoom | undefined): void {
  useEffect(() => (room === undefined ? undefined : enterRoom(room)), [room]);
}

/** Hears what happens in a room without being shown to others there. */
export function useRoomAside(room: LiveRoom): void {
  useEffect(() => enterRoom(room, true), [room]);
}

/** Rooms are named in one string so that the effect runs only when the names change. */
export function useRooms(names: LiveRoom[]): void {
  const joined = names.join('\n');
  useEffect(() => {
    const leave = joined === '' ? [] : joined.split('\n').map((room) => enterRoom(room as LiveRoom));
    return () => leave.forEach((go) => go());
  }, [joined]);
}
