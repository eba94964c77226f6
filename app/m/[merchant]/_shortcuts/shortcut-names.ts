/** Names that the keys, their help and the pages agree on; what a key presses carries it as `data-key`. */
export const helpDialogId = "shortcuts-help";
