// Apart from the other addresses, because the scripts of every page with a form hold these.

/** The addresses of pages from which people come back to where they were. */
export const detourPaths = {
  /** Prove again who one is, then go on to another page of this portal. */
  confirmThen: (next: string): string => `/account/confirm?next=${encodeURIComponent(next)}`,
  /** The lock screen of a shared till. */
  till: "/till",
  /** Sign in, then go on to another page of this portal. */
  loginThen: (next: string): string => `/login?next=${encodeURIComponent(next)}`,
  /** Set up a second factor, then go on to another page of this portal. */
  secondFactorThen: (next: string): string => `/account/second-factor?next=${encodeURIComponent(next)}`,
} as const;
