export interface Repeating {
  everyMs: number;
  run(): Promise<unknown>;
}

/** Things to do again and again, by name. Those of one interval are done side by side. */
export class SideBySide {
  private readonly running = new Set<string>();

  constructor(private readonly tasks: Readonly<Record<string, Repeating>>) {}

  get intervals(): number[] {
    return [...new Set(Object.values(this.tasks).map(({ everyMs }) => everyMs))];
  }

  /**
   * Does what is due each `everyMs`, but for what has not ended since it was begun last.
   * @throws when all have ended, one error that names everything that failed
   */
  async run(everyMs: number): Promise<void> {
    const due = Object.entries(this.tasks).filter(
      ([name, task]) => task.everyMs === everyMs && !this.running.has(name),
    );
    const faults: string[] = [];
    const one = async (name: string, task: Repeating) => {
      this.running.add(name);
      try {
        await task.run();
      } catch (error) {
        faults.push(`${name}: ${(error as Error).message}`);
      } finally {
        this.running.delete(name);
      }
    };
    await Promise.all(due.map(([name, task]) => one(name, task)));
    if (faults.length > 0) throw new Error(faults.join('; '));
  }
}
