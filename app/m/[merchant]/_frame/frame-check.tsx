import { FrameAsOf } from "@/lib/ui/frame";
import type { Member } from "@/lib/web/require-member";

/** In every page of a merchant: has the frame follow when it shows what is no longer so. */
export function FrameCheck({ member }: { member: Pick<Member, "merchant" | "role"> }) {
  return <FrameAsOf face={getFace(member)} />;
}

/** All that the frame shows of a merchant. */
export function getFace({ merchant, role }: Pick<Member, "merchant" | "role">): string {
  const { slug, name, mode, color, logoVersion } = merchant;
  return JSON.stringify([slug, name, mode, color, logoVersion, role]);
}
