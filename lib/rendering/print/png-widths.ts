/** The width of a PNG in pixels. `least` is the smallest that the page offers; a code with much content needs more. */
export const pngWidths = { least: 100, usual: 1024, most: 2048 } as const;
