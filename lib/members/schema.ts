/** What a person is in one merchant, most powerful first. */
export const roles = ["owner", "admin", "cashier", "viewer"] as const;
export type Role = (typeof roles)[number];
