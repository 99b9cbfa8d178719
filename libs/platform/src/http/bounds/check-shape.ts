import type { FieldFault } from '#wasl/kernel';
import { MOST_FAULTS, shownPath } from './domain/odd-values.js';
import { type FieldShape, shapesOf } from './field-shape.js';

/**
 * Walks a parsed body along its class and says why it is refused, or null when validation may have it. class-transformer
 * and class-validator look at every item before they say that there are too many, and collect every fault: a list longer
 * than allowed, a list in place of a group, or more faults than are ever told must not reach them.
 */
export function refusalByShape(type: new () => object, body: unknown): FieldFault[] | null {
  const walk = new ShapeWalk();
  walk.group(type, body, '');
  return walk.isOver ? walk.faults.slice(0, MOST_FAULTS) : null;
}

class ShapeWalk {
  readonly faults: FieldFault[] = [];
  private isFatal = false;

  get isOver(): boolean {
    return this.isFatal || this.faults.length >= MOST_FAULTS;
  }

  group(type: new () => object, value: unknown, path: string): void {
    const shapes = shapesOf(type);
    if (shapes.size === 0 || value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) return this.fatal(path, 'object');
    const fields = value as Record<string, unknown>;
    for (const name of Object.keys(fields)) {
      if (this.isOver) return;
      if (!shapes.has(name)) this.fault(join(path, name), 'unknown');
    }
    for (const [name, shape] of shapes) {
      if (this.isOver) return;
      this.field(shape, Object.hasOwn(fields, name) ? fields[name] : undefined, join(path, name));
    }
  }

  private field(shape: FieldShape, value: unknown, path: string): void {
    if (value === undefined) {
      if (!shape.optional) this.fault(path, 'required');
    } else if (shape.maxItems !== undefined) {
      this.list(shape, shape.maxItems, value, path);
    } else if (shape.group) {
      this.group(shape.group(), value, path);
    }
  }

  private list({ group }: FieldShape, maxItems: number, value: unknown, path: string): void {
    if (!Array.isArray(value)) {
      if (value !== null && typeof value === 'object') this.fatal(path, 'list');
      return;
    }
    if (value.length > maxItems) return this.fatal(path, 'too_many');
    if (!group) return;
    value.forEach((item, n) => {
      if (!this.isOver) this.group(group(), item, `${path}.${n}`);
    });
  }

  private fault(path: string, code: string): void {
    this.faults.push({ path: shownPath(path), code });
  }

  private fatal(path: string, code: string): void {
    this.isFatal = true;
    this.fault(path, code);
  }
}

const join = (path: string, name: string) => (path ? `${path}.${name}` : name);
