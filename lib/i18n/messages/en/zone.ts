/** For people whose clock shows another time than the business's. */
export const zone = {
  zone: {
    both: "{when} ({yours} where you are)",
    note: "Days and times are the business’s. Now: {there} there, {here} where you are.",
  },
} as const;
