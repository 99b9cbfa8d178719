import type { Pictures } from '#wasl/tickets';

/** Lets a decoder process die as soon as it has been given its next picture, before it can have answered. */
export function killNextDecoder(pictures: Pictures): void {
  const render = pictures.render.bind(pictures);
  pictures.render = (...picture) => {
    pictures.render = render;
    const drawing = render(...picture);
    process.kill(pictures.pid!, 'SIGKILL');
    return drawing;
  };
}
