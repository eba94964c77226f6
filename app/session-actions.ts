"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/auth/session";

/** Ends this session in the database and forgets its cookie. Needs no permission: it only gives one up. */
export async function signOut(): Promise<void> {
  await endSession();
  redirect("/login");
}
