// For the nouns above, in a transaction of their own.
export { listOwners } from "@/lib/domain/members/team-store";
