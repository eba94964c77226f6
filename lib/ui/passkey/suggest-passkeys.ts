import { askDevice, stopAsking } from "@/lib/ui/passkey/ceremony";

/** Shorter than a challenge can be answered. */
const renewMs = 4 * 60_000;

/**
 * Has the browser suggest passkeys in the field for the email address, where it can.
 * @returns what ends it.
 */
export function suggestPasskeys(optionsPath: string, onChosen: (credential: string) => void): () => void {
  let isGone = false;
  let isAsking = false;
  async function suggest() {
    const canSuggest = (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
    if (!canSuggest || isGone) return;
    isAsking = true;
    // It is refused too when the person presses the button instead, or the next challenge replaces this one.
    const credential = await askDevice("use", optionsPath, { isSuggestion: true }).catch(() => null);
    if (credential !== null && !isGone) onChosen(credential);
  }
  void suggest();
  const timer = setInterval(() => void suggest(), renewMs);
  return () => {
    isGone = true;
    clearInterval(timer);
    if (isAsking) stopAsking();
  };
}
