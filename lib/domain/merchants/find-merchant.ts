// For the nouns above, in a transaction of their own.
export { findOpenMerchant, findReferences as usesReferences } from "@/lib/domain/merchants/store";
