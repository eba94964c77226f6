import { expect, test } from "vitest";
import { readLinkCode } from "@/lib/core/link-code";

const code = "k7q40m1x9p3r";

test.each([
  code,
  "K7Q40M1X9P3R",
  "k7q4om1x9p3r",
  "K7Q4OMIX9P3R",
  "k7q40mlx9p3r",
  "k7q4-0m1x-9p3r",
  `${code}.`,
  `${code})`,
  `(${code}),`,
  `“${code}”…`,
  `${code}\u200b`,
  "ｋ７ｑ４０ｍ１ｘ９ｐ３ｒ",
])("%j is the code that was meant", (text) => {
  expect(readLinkCode(text)).toBe(code);
});

test.each(["", ".", "k7q40m1x9p3", `${code}a`, "k7q40m1x9p3u", "ñ7q40m1x9p3r", "k".repeat(5_000), "\u0000"])(
  "%j is no code",
  (text) => {
    expect(readLinkCode(text)).toBeNull();
  },
);
