/**
 * Names shared by the shortcuts, their help and the pages. An element that a key presses has the name as `data-key`.
 */
export const helpDialogId = "shortcuts-help";
