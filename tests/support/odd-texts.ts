const pieces = [
  ...",;|:^~\t\n\r'\"`=+-@ ._/()%?&#!*$¿¡°[]{}<>\\abdezt APmMx019ªºµñÑáÉ×÷ÿ＝＋－＠−–“”«😀م٣ſ",
  ...["\u0000", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u202e", "\u2028", " - ", "- ", " +", " @x", "--"],
  ...["mayo", "de", "true", "FALSO", "sept", "a. m", "p.m.", "março", "jan", "10:30", "2026-11-30", "1e5"],
  ...["Café", "pan dulce", "=1+1", "cmd|' /C", "é-", "x=", "K7Q4", "https://pay.example/link?a=1-2"],
];

/** A text of what spreadsheets may read as something else, in any order. */
export function oddText(random: () => number): string {
  const length = 1 + Math.floor(random() * 8);
  return Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join("");
}
