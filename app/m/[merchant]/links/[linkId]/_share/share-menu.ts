/** What the phone's share menu gets. */
export type Shared = {
  /** The message without the address and with it. */
  text: string;
  whole: string;
  url: string;
  subject: string;
  /** The address of the QR code's PNG, and its file name for the receiver. */
  picture: string;
  pictureName: string;
};

/** The most that this browser accepts. The address is always included: as `url` where possible, otherwise in the text. */
export function offerToShare({ text, whole, url, subject: title }: Shared, files: File[] | null): ShareData {
  const withFiles = files
    ? [
        { title, text, url, files },
        { title, text: whole, files },
      ]
    : [];
  const offers: ShareData[] = [...withFiles, { title, text, url }];
  // Older browsers have no `canShare`; they accept text and address.
  const takes = (offer: ShareData) => !("canShare" in navigator) || navigator.canShare(offer);
  return offers.find(takes) ?? { title, text: whole };
}

/** Closing the menu is not a failure, and neither is a second press while it is open. */
export async function openMenu(data: ShareData): Promise<"shared" | "closed" | "failed"> {
  try {
    await navigator.share(data);
    return "shared";
  } catch (error) {
    const isClosed =
      error instanceof DOMException && ["AbortError", "InvalidStateError"].includes(error.name);
    return isClosed ? "closed" : "failed";
  }
}
