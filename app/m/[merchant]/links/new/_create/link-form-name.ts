/** The name of the main form. The template buttons beside it do not change it. */
export const linkFormName = "new-link";
