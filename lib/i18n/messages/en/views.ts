import type { ViewFailure } from "@/lib/domain/payment-links/saved-views/schema";

/** Messages about what people look for often in the history. */
export const views = {
  views: {
    title: "Saved views",
    save: "Save this view",
    name: "Name of the view",
    hint: "Only you see it.",
    submit: "Save",
    saving: "Saving…",
    remove: "Remove this view",
    removing: "Removing…",
  },
} as const;

export const viewErrors = {
  view_name_missing: "Type a name for the view.",
  view_name_too_long: "Use at most 40 characters.",
  view_name_unprintable:
    "There are characters in this name that cannot be shown. Delete it and type it by hand.",
  view_name_taken: "You have a view with this name. Choose another name, or remove that view first.",
  view_empty: "This view shows every link. Search or filter first, then save it.",
  view_query_too_long: "The search is too long to be saved. Make it shorter.",
  too_many_views: "You have 20 views, and more are not possible. Remove one that you no longer use.",
} as const satisfies Record<ViewFailure["code"], string>;
