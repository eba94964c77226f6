/** Where a part of a file is written, byte by byte. Its memory is used again for the next part. */
export class Sheet {
  bytes = Buffer.allocUnsafe(2 ** 16);
  at = 0;
  #copied = 0;

  /** @param copied how many bytes at most will be written without asking for room. */
  begin(copied: number): void {
    this.at = 0;
    this.#copied = copied;
    this.makeRoom(0);
  }

  byte(byte: number): void {
    this.bytes[this.at++] = byte;
  }

  /** A number of two digits. */
  twoDigits(value: number): void {
    const tens = Math.floor(value / 10);
    this.byte(zero + tens);
    this.byte(zero + value - 10 * tens);
  }

  /** A short text, as bytes. */
  copy(text: Uint8Array): void {
    this.makeRoom(text.length);
    for (let place = 0; place < text.length; place++) this.byte(text[place] ?? 0);
  }

  text(text: string): void {
    // No character of a string takes more.
    this.makeRoom(3 * text.length);
    this.at += this.bytes.write(text, this.at);
  }

  take(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.bytes, 0, this.at);
  }

  makeRoom(more: number): void {
    const needed = this.at + more + this.#copied;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * needed);
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }
}

const zero = 0x30;
