import { useEffect } from 'react';
import type { LiveRoom } from '#wasl/contracts';
import { joinRoom } from './live-client.js';

export function useRoom(room: LiveRoom | undefined): void {
  useEffect(() => (room === undefined ? undefined : joinRoom(room)), [room]);
}

/** Follows a room without being shown in it as a viewer. */
export function useRoomAsFollower(room: LiveRoom): void {
  useEffect(() => joinRoom(room, true), [room]);
}

/** The rooms are joined into one string, so that the effect runs only when their names change. */
export function useRooms(names: LiveRoom[]): void {
  const joined = names.join('\n');
  useEffect(() => {
    const leave = joined === '' ? [] : joined.split('\n').map((room) => joinRoom(room as LiveRoom));
    return () => leave.forEach((go) => go());
  }, [joined]);
}
