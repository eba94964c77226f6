import { isProvenLately } from "@/lib/domain/accounts/prove-again";
import { offerPasskey } from "@/lib/domain/second-factors/create-passkey";
import { writeChallenge } from "@/lib/web/challenge-cookie";
import { findPasskeyPlace } from "@/lib/web/passkey-place";
import { currentSession } from "@/lib/web/session";

/** A new challenge to create a passkey, for a person who has proved lately who they are. */
export async function POST(): Promise<Response> {
  const session = await currentSession();
  if (!session) return new Response(null, { status: 401 });
  if (!isProvenLately(session)) return new Response(null, { status: 403 });
  const place = await findPasskeyPlace();
  if (!place) return new Response(null, { status: 204 });
  const { person } = session;
  const options = await offerPasskey(person, place);
  await writeChallenge(options.challenge, { purpose: "create", personId: person.id });
  return Response.json(options, { headers: { "cache-control": "no-store" } });
}
