/** What stands where a page is not, or not for this person. The script that shows it has it in every language. */
export const problems = {
  notFoundTitle: "There is nothing here",
  notFoundText: "The address may be mistyped, or it belongs to a business that you are not a member of.",
  notFoundHereText: "The address may be mistyped, or it is something that you may not see.",
  forbiddenTitle: "Your role does not include this",
  forbiddenText: "Ask an owner or admin of this business if you need it.",
  home: "Go to the start page",
} as const;
