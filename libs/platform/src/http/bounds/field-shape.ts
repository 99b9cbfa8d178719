/** What a field of a body may be made of, as far as it can be told without looking at its values. */
export interface FieldShape {
  optional: boolean;
  /** a list, of at most so many */
  maxItems?: number;
  /** the class of a group of fields, or of each in a list of groups */
  group?: () => new () => object;
}

type Shapes = Map<string, FieldShape>;
const SHAPES = Symbol('field shapes');

/** Notes the shape of a field; see fields.ts. */
export function Shaped(shape: FieldShape): PropertyDecorator {
  return (prototype, name) => {
    if (!Object.hasOwn(prototype, SHAPES)) {
      Object.defineProperty(prototype, SHAPES, { value: new Map() });
    }
    (prototype as { [SHAPES]: Shapes })[SHAPES].set(String(name), shape);
  };
}

/** The fields of a class and of those it extends. */
export function shapesOf(type: new () => object): Shapes {
  const known = cache.get(type);
  if (known) return known;
  const chain: Shapes[] = [];
  for (
    let at: object | null = type.prototype as object;
    at;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    const own = Object.getOwnPropertyDescriptor(at, SHAPES)?.value as Shapes | undefined;
    if (own) chain.unshift(own);
  }
  const shapes: Shapes = new Map(chain.flatMap((own) => [...own]));
  cache.set(type, shapes);
  return shapes;
}

const cache = new WeakMap<new () => object, Shapes>();
