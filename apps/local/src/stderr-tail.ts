const MAX_LINES = 40;

/** Keeps the last lines of a program's error output and finds the one that says why it ended. */
export class StderrTail {
  private lines: string[] = [];
  private rest = '';
  private declared?: string;

  add(text: string): void {
    const parts = (this.rest + text).split('\n');
    this.rest = parts.pop() ?? '';
    this.lines.push(...parts.filter((line) => line.trim() !== ''));
    if (this.lines.length > MAX_LINES) this.lines.splice(0, this.lines.length - MAX_LINES);
  }

  /** A reason that the program reported itself. It takes precedence over the output. */
  setReason(message: string): void {
    this.declared = message;
  }

  clear(): void {
    this.lines = [];
    this.rest = '';
    this.declared = undefined;
  }

  get reason(): string | undefined {
    if (this.declared) return this.declared;
    const lines = this.rest.trim() ? [...this.lines, this.rest] : this.lines;
    // Node ends a crash with its version; the line with the error's name stands above the stack.
    const fault = lines.findLast((line) =>
      /^\w*(error|exception)\b.*:|^FATAL|^Setting |^Port /i.test(line.trim()),
    );
    return (fault ?? lines.findLast((line) => !/^\s*at |^Node\.js v|^\W*$/.test(line)))?.trim();
  }
}
