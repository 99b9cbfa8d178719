import type { FieldFault } from '#wasl/kernel';
import { MAX_FAULTS, printablePath } from './domain/unstorable-values.js';
import { type FieldShape, fieldShapesOf } from './field-shape.js';

/**
 * Checks the shape of a parsed body against its DTO class. class-transformer and class-validator process every item
 * before they report too many, and collect every fault. So lists that are too long, lists in place of objects, and
 * bodies with very many faults must not reach them.
 * @returns faults, or null when validation may proceed
 */
export function shapeFaults(type: new () => object, body: unknown): FieldFault[] | null {
  const walk = new ShapeWalk();
  walk.group(type, body, '');
  return walk.isDone ? walk.faults.slice(0, MAX_FAULTS) : null;
}

class ShapeWalk {
  readonly faults: FieldFault[] = [];
  private isFatal = false;

  get isDone(): boolean {
    return this.isFatal || this.faults.length >= MAX_FAULTS;
  }

  group(type: new () => object, value: unknown, path: string): void {
    const shapes = fieldShapesOf(type);
    if (shapes.size === 0 || value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) return this.fatal(path, 'object');
    const fields = value as Record<string, unknown>;
    for (const name of Object.keys(fields)) {
      if (this.isDone) return;
      if (!shapes.has(name)) this.fault(join(path, name), 'unknown');
    }
    for (const [name, shape] of shapes) {
      if (this.isDone) return;
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
      if (!this.isDone) this.group(group(), item, `${path}.${n}`);
    });
  }

  private fault(path: string, code: string): void {
    this.faults.push({ path: printablePath(path), code });
  }

  private fatal(path: string, code: string): void {
    this.isFatal = true;
    this.fault(path, code);
  }
}

const join = (path: string, name: string) => (path ? `${path}.${name}` : name);
