/** The fields of the filters belong to the form by this id: they scroll away, and the search stays. */
export const searchFormId = "history-search";
