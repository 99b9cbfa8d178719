/** What is asked of the process that decodes pictures, and what it answers. */
export type DrawingKind = 'thumbnail' | 'photo';

/** The longest side of each, in pixels. */
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
