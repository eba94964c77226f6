import { FrameAsOf } from "@/lib/ui/frame";
import type { Member } from "@/lib/web/require-member";

/** In every page of a merchant: loads the frame again when it no longer shows the truth. */
export function FrameCheck({ member }: { member: Pick<Member, "merchant" | "role"> }) {
  return <FrameAsOf face={getFace(member)} />;
}

/** Everything that the frame shows of a merchant. */
export function getFace({ merchant, role }: Pick<Member, "merchant" | "role">): string {
  const { slug, name, mode, color, logoVersion } = merchant;
  return JSON.stringify([slug, name, mode, color, logoVersion, role]);
}
