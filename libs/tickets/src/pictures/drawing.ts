/** The messages between the main process and the process that decodes pictures. */
export type DrawingKind = 'thumbnail' | 'photo';

/** The longest side of each kind, in pixels. */
export const LONGEST_SIDE: Record<DrawingKind, number> = { thumbnail: 320, photo: 2560 };

export interface DrawingOrder {
  id: number;
  kind: DrawingKind;
  content: Uint8Array;
}

export interface Drawing {
  content: Buffer;
  width: number;
  height: number;
}

export type DrawingAnswer = { id: number } & ({ drawing: Drawing } | { fault: string });
