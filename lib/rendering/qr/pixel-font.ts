// Letters six dots wide and eight high, with strokes two dots thick. At half a module a dot, the strokes are as thick
// as the code's modules and lie on the same grid. Only the letters of the words for the modes are here.
const glyphs = {
  A: [".####.", "######", "##..##", "##..##", "######", "######", "##..##", "##..##"],
  B: ["#####.", "######", "##..##", "#####.", "#####.", "##..##", "######", "#####."],
  D: ["#####.", "######", "##..##", "##..##", "##..##", "##..##", "######", "#####."],
  E: ["######", "######", "##....", "#####.", "#####.", "##....", "######", "######"],
  N: ["##..##", "###.##", "###.##", "######", "######", "##.###", "##.###", "##..##"],
  O: [".####.", "######", "##..##", "##..##", "##..##", "##..##", "######", ".####."],
  S: [".#####", "######", "##....", "#####.", ".#####", "....##", "######", "#####."],
  T: ["######", "######", "..##..", "..##..", "..##..", "..##..", "..##..", "..##.."],
  X: ["##..##", "##..##", ".####.", "..##..", "..##..", ".####.", "##..##", "##..##"],
} as const;

export type Letter = keyof typeof glyphs;

export const glyphHeight = 8;

/** A word as rows of dots, with two dots between letters. It is drawn from shapes, so that no typeface is needed. */
export function wordDots(word: readonly Letter[]): boolean[][] {
  return Array.from({ length: glyphHeight }, (_, y) =>
    [...word.map((letter) => glyphs[letter][y]).join("..")].map((dot) => dot === "#"),
  );
}
