/** The help for keyboard shortcuts. The script that shows it has it in every language. */
export const shortcuts = {
  title: "Keyboard shortcuts",
  open: "Keyboard shortcuts",
  create: "New link",
  search: "Search the history",
  next: "Next link",
  previous: "Previous link",
  pick: "Choose this link",
  close: "Close what is open",
  history: "Go to the history",
  inbox: "Go to the inbox",
  help: "Show these shortcuts",
  closeHelp: "Close",
  areOn: "Turn them off if you dictate to this computer, or if keys are pressed by accident.",
  areOff: "Single keys do nothing now. Escape still closes what is open.",
  turnOff: "Turn shortcuts off",
  turnOn: "Turn shortcuts on",
} as const;
