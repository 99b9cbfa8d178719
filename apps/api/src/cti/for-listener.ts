import type { CallRecordings, LoggedCall } from '#wasl/channels';
import type { Principal } from '#wasl/platform';

type ForListener<Shown extends LoggedCall> = Shown & { recording: { mayListen: boolean } };

/** Says with a call whether the caller of the API may listen to its recordings. */
export function forListener<Shown extends LoggedCall>(
  call: Shown,
  recordings: CallRecordings,
  listener: Principal,
): ForListener<Shown> {
  const mayListen = recordings.mayListen(listener, call.agent?.id ?? null);
  return { ...call, recording: { ...call.recording, mayListen } };
}
