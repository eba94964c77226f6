import { readIsOperator, updateOperator } from "@/lib/domain/operator/store";

/** Whether a person may open the operators' pages. */
export function isOperator(userId: string): Promise<boolean> {
  return readIsOperator(userId);
}

/** Makes a person an operator, or no longer, from their next request on. False when nobody has the email address. */
export function setOperator(email: string, isOperator: boolean): Promise<boolean> {
  return updateOperator(email.trim().toLowerCase(), isOperator);
}
