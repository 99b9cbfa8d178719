/** The structure of a field of a body, as far as it can be checked without looking at values. */
export interface FieldShape {
  optional: boolean;
  /** a list, of at most so many */
  maxItems?: number;
  /** the class of a group of fields, or of each in a list of groups */
  group?: () => new () => object;
}

type Shapes = Map<string, FieldShape>;
const SHAPES = Symbol('field shapes');

/** Records the shape of a field as metadata; see fields.ts. */
export function RecordFieldShape(shape: FieldShape): PropertyDecorator {
  return (prototype, name) => {
    if (!Object.hasOwn(prototype, SHAPES)) {
      Object.defineProperty(prototype, SHAPES, { value: new Map() });
    }
    (prototype as { [SHAPES]: Shapes })[SHAPES].set(String(name), shape);
  };
}

/** The fields of a class and of those it extends. */
export function fieldShapesOf(type: new () => object): Shapes {
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
