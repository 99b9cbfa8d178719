/** Periods in which an agent was available without an offer, so waiting work should have been offered. */
export class FreePeriods {
  private readonly spells: { from: number; to: number }[] = [];
  private since?: number;

  set(free: boolean, now = Date.now()): void {
    if (free && this.since === undefined) this.since = now;
    if (!free && this.since !== undefined) {
      this.spells.push({ from: this.since, to: now });
      this.since = undefined;
    }
  }

  /** Whether one period covers more than `ms` of the given range. */
  covers(from: number, to: number, ms: number, now = Date.now()): boolean {
    const spells = this.since === undefined ? this.spells : [...this.spells, { from: this.since, to: now }];
    return spells.some((spell) => Math.min(spell.to, to) - Math.max(spell.from, from) > ms);
  }

  isFreeAt(moment: number): boolean {
    return this.covers(moment - 1, moment + 1, 1);
  }
}
