/** Messages about templates, which create links that are needed often. */
export const templates = {
  templates: {
    title: "Templates",
    text: "Links that you make often, each with one tap",
    intro: "Links that you make often. Each is a button on the page for new links: one tap makes the link.",
    newTitle: "New template",
    name: "Name",
    namePlaceholder: "Coffee",
    amount: "Amount",
    currency: "Currency",
    description: "Description",
    interpretations: "Which amount do you mean?",
    save: "Save",
    saveNew: "Save template",
    saving: "Saving…",
    change: "Change",
    remove: "Remove template",
    fromLink: "Save as template",
  },
} as const;
