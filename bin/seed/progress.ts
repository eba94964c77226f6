const barLength = 24;
const everyMs = { terminal: 120, log: 5_000 };

/** Shows how far something is: a moving bar in a terminal, otherwise a line from time to time. */
export class Progress {
  readonly #startedAt = performance.now();
  #told = 0;
  #done = 0;

  constructor(
    readonly total: number,
    readonly what: string,
  ) {}

  add(count: number): void {
    this.#done += count;
    const now = performance.now();
    const isLast = this.#done >= this.total;
    const { isTTY } = process.stdout;
    if (!isLast && now - this.#told < (isTTY ? everyMs.terminal : everyMs.log)) return;
    this.#told = now;
    process.stdout.write(isTTY ? `\r${this.#line()}\u001b[K${isLast ? "\n" : ""}` : `${this.#line()}\n`);
  }

  /** The average number per second since the beginning. */
  get perSecond(): number {
    return Math.round((this.#done / Math.max(1, performance.now() - this.#startedAt)) * 1_000);
  }

  #line(): string {
    const share = this.total === 0 ? 1 : this.#done / this.total;
    const filled = Math.round(share * barLength);
    const bar = `[${"#".repeat(filled)}${"·".repeat(barLength - filled)}]`;
    const left = Math.ceil((this.total - this.#done) / Math.max(1, this.perSecond));
    const count = (number: number) => number.toLocaleString("en");
    const percent = `${Math.floor(share * 100)} %`.padStart(5);
    const rate = `${count(this.perSecond)} a second${left > 0 ? `, ${left} s left` : ""}`;
    return `${bar} ${percent}  ${count(this.#done)} of ${count(this.total)} ${this.what}, ${rate}`;
  }
}
