/** The event that says that the keypad's own script is at work: what came before it ends. */
export const keypadAtWork = "keypad-at-work";
