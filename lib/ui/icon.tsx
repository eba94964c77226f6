/** The icons of app/icons.css, which has a class and a picture for each. */
export type IconName =
  | "plus"
  | "list"
  | "inbox"
  | "key"
  | "check"
  | "clock"
  | "question"
  | "cross"
  | "copy"
  | "share"
  | "chat"
  | "message"
  | "mail"
  | "expand"
  | "download"
  | "printer"
  | "repeat"
  | "search"
  | "filter"
  | "chevron"
  | "gear"
  | "person"
  | "external"
  | "lock"
  | "backspace"
  | "keyboard"
  | "shop"
  | "chart";

/** A line icon in the color of the text. It is always beside words, so screen readers skip it. */
export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return <span className={`icon i-${name} ${className}`} aria-hidden="true" />;
}
