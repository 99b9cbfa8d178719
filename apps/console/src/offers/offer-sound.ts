import { usePreferences } from '../app/preferences.js';

const HEARD = 'wasl.heard-offers';
const KEEP = 40;
let audio: AudioContext | undefined;

/** Browsers allow audio only after a user gesture. */
export function unlockAudio(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
}

/** Plays once for each offer, across repeated events and all windows. */
export function playOfferSound(id: string): void {
  const heard = JSON.parse(localStorage.getItem(HEARD) ?? '[]') as string[];
  if (heard.includes(id)) return;
  localStorage.setItem(HEARD, JSON.stringify([...heard, id].slice(-KEEP)));
  if (usePreferences.getState().sound) beep();
}

/** Two short rising tones. */
export const beep = (): void => play([660, 880]);

/** A ringing telephone: two tones that alternate. */
export const ring = (): void => play([520, 650, 520, 650, 520, 650]);

/** Tones one after the other, faded in and out to avoid clicks. Silent until the browser allows sounds. */
function play(pitches: number[]): void {
  if (audio?.state !== 'running') return;
  for (const [index, pitch] of pitches.entries()) {
    const start = audio.currentTime + index * 0.18;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.16);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.17);
  }
}
