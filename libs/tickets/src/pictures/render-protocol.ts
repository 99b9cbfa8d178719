/** The messages between the main process and the process that decodes pictures. */
export type RenderKind = 'thumbnail' | 'photo';

/** The longest side of each kind, in pixels. */
export const MAX_SIDE_PIXELS: Record<RenderKind, number> = { thumbnail: 320, photo: 2560 };

export interface RenderJob {
  kind: RenderKind;
  content: Uint8Array;
}

export interface RenderedPicture {
  content: Buffer;
  width: number;
  height: number;
}
