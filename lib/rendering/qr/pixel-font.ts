// Six dots wide and eight high with strokes two dots thick, so that at half a module a dot the strokes are as
// thick as the code's squares and lie on their grid. Only the letters that the words below need.
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

/** A word as rows of dots, two dots between letters. A font of our own needs none from the reader's machine. */
export function wordDots(word: readonly Letter[]): boolean[][] {
  return Array.from({ length: glyphHeight }, (_, y) =>
    [...word.map((letter) => glyphs[letter][y]).join("..")].map((dot) => dot === "#"),
  );
}
