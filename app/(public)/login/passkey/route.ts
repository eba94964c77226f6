import { askForPasskey } from "@/lib/domain/second-factors/check-passkey";
import { writeChallenge } from "@/lib/web/challenge-cookie";
import { findPasskeyPlace } from "@/lib/web/passkey-place";

/** A new challenge for a passkey, for this browser. People choose among the passkeys of their device. */
export async function POST(): Promise<Response> {
  const place = await findPasskeyPlace();
  if (!place) return new Response(null, { status: 204 });
  const options = await askForPasskey(place);
  await writeChallenge(options.challenge, { purpose: "use", personId: null });
  return Response.json(options, { headers: { "cache-control": "no-store" } });
}
