import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import { detourPaths } from "@/lib/core/detour-paths";

// A page loads it when a device is asked for the first time.

export type Ceremony = "use" | "create";

/** The person must first prove who they are, or sign in. */
class NotAllowedYet extends Error {
  constructor(readonly status: 401 | 403) {
    super("not allowed yet");
  }

  /** The page that asks for it, from which they come back. */
  leadTo({ pathname, search }: { pathname: string; search: string }): string {
    return this.status === 401
      ? detourPaths.loginThen(pathname + search)
      : detourPaths.confirmThen(pathname + search);
  }
}

/**
 * Asks the device for a passkey, or to create one, and answers the result as JSON for the portal.
 * @param options.isSuggestion the browser suggests passkeys in the field for the email address, and waits until one is
 *   chosen.
 * @throws when the person cancels, the device cannot, or the portal does not answer.
 */
export async function askDevice(
  ceremony: Ceremony,
  optionsPath: string,
  { isSuggestion = false } = {},
): Promise<string> {
  const answer = await fetch(optionsPath, { method: "POST" });
  if (answer.status === 401 || answer.status === 403) throw new NotAllowedYet(answer.status);
  if (!answer.ok) throw new Error(`no options: ${answer.status}`);
  if (ceremony === "create") {
    const optionsJSON: PublicKeyCredentialCreationOptionsJSON = await answer.json();
    return JSON.stringify(await startRegistration({ optionsJSON }));
  }
  const optionsJSON: PublicKeyCredentialRequestOptionsJSON = await answer.json();
  return JSON.stringify(await startAuthentication({ optionsJSON, useBrowserAutofill: isSuggestion }));
}

/** The same; whoever must first prove who they are is led to the page that asks for it, and the answer is empty. */
export async function askOrLead(ceremony: Ceremony, optionsPath: string): Promise<string> {
  try {
    return await askDevice(ceremony, optionsPath);
  } catch (error) {
    if (!(error instanceof NotAllowedYet)) throw error;
    window.location.assign(error.leadTo(window.location));
    return "";
  }
}

/** Stops waiting for a suggestion to be chosen. */
export function stopAsking(): void {
  WebAuthnAbortService.cancelCeremony();
}
