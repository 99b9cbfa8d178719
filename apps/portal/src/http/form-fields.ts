/** The submitted fields; a name may occur more than once. */
export class FormFields {
  private readonly values = new Map<string, string[]>();

  add(name: string, value: string): void {
    const known = this.values.get(name);
    if (known) known.push(value);
    else this.values.set(name, [value]);
  }

  /** The first value, or an empty string. */
  get(name: string): string {
    return this.values.get(name)?.[0] ?? '';
  }

  all(name: string): string[] {
    return this.values.get(name) ?? [];
  }
}
