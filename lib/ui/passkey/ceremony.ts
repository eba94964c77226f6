import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

import { paths } from "@/lib/core/paths";

export type Ceremony = "use" | "create";

/** The person must first prove who they are, or sign in. */
export class NotAllowedYet extends Error {
  constructor(readonly status: 401 | 403) {
    super("not allowed yet");
  }

  /** The page that asks for it, from which they come back. */
  leadTo({ pathname, search }: { pathname: string; search: string }): string {
    return this.status === 401 ? paths.loginThen(pathname + search) : paths.confirmThen(pathname + search);
  }
}

/**
 * Asks the device for a passkey, or to create one, and answers the result as JSON for the portal. The library is loaded
 * only now.
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
  const { startAuthentication, startRegistration } = await import("@simplewebauthn/browser");
  if (ceremony === "create") {
    const optionsJSON: PublicKeyCredentialCreationOptionsJSON = await answer.json();
    return JSON.stringify(await startRegistration({ optionsJSON }));
  }
  const optionsJSON: PublicKeyCredentialRequestOptionsJSON = await answer.json();
  return JSON.stringify(await startAuthentication({ optionsJSON, useBrowserAutofill: isSuggestion }));
}

/** Stops waiting for a suggestion to be chosen. */
export async function stopAsking(): Promise<void> {
  const { WebAuthnAbortService } = await import("@simplewebauthn/browser");
  WebAuthnAbortService.cancelCeremony();
}

/** Whether this browser, at this address, has passkeys. */
export function hasPasskeys(origin: string): boolean {
  return "PublicKeyCredential" in window && window.location.origin === origin;
}

/** Whether this browser suggests passkeys in a field. */
export async function canSuggest(): Promise<boolean> {
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
}
