import { redirect } from "next/navigation";

/** The portal begins with a person's merchants; whoever is not signed in is sent on from there. */
export default function HomePage(): never {
  redirect("/m");
}
