const LINES_KEPT = 40;

/** What a program wrote to its error stream, of which the line that says why it ended is wanted. */
export class FaultLines {
  private lines: string[] = [];
  private rest = '';
  private declared?: string;

  add(text: string): void {
    const parts = (this.rest + text).split('\n');
    this.rest = parts.pop() ?? '';
    this.lines.push(...parts.filter((line) => line.trim() !== ''));
    if (this.lines.length > LINES_KEPT) this.lines.splice(0, this.lines.length - LINES_KEPT);
  }

  /** The program's own word, which counts above what it wrote. */
  declare(message: string): void {
    this.declared = message;
  }

  clear(): void {
    this.lines = [];
    this.rest = '';
    this.declared = undefined;
  }

  get last(): string | undefined {
    if (this.declared) return this.declared;
    const lines = this.rest.trim() ? [...this.lines, this.rest] : this.lines;
    // Node ends a crash with its version; the line with the error's name stands above the stack.
    const fault = lines.findLast((line) =>
      /^\w*(error|exception)\b.*:|^FATAL|^Setting |^Port /i.test(line.trim()),
    );
    return (fault ?? lines.findLast((line) => !/^\s*at |^Node\.js v|^\W*$/.test(line)))?.trim();
  }
}
