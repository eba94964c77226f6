declare const brand: unique symbol;

/**
 * The id (a UUID) of a merchant that the caller has been shown to belong to. Only the gate mints one,
 * so a function that takes a `MerchantId` cannot be reached without the membership check.
 */
export type MerchantId = string & { readonly [brand]: "MerchantId" };
