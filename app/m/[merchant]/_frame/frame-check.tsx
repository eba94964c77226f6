import { createHash } from "node:crypto";
import { FrameAsOf } from "@/lib/ui/frame";
import type { Member } from "@/lib/web/require-member";

/** In every page of a merchant: loads the frame again when it no longer shows the truth. */
export function FrameCheck({ member }: { member: Pick<Member, "merchant" | "role"> }) {
  return <FrameAsOf face={getFace(member)} />;
}

/** Stands for everything that the frame shows of a merchant: another text as soon as any of it changes. */
export function getFace({ merchant, role }: Pick<Member, "merchant" | "role">): string {
  const { slug, name, mode, color, logoVersion } = merchant;
  const shown = JSON.stringify([slug, name, mode, color, logoVersion, role]);
  return createHash("sha256").update(shown).digest("base64url").slice(0, 12);
}
