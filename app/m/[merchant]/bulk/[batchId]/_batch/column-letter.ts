/** The name of a column as spreadsheets show it: `A`, `B`, …, `AA`. @param column counted from 0. */
export function toColumnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : toColumnLetter(Math.floor(column / 26) - 1) + letter;
}
