let isListening = false;

/** From now on, links and forms that download a file share it. */
export function shareDownloads(): void {
  if (isListening || !("canShare" in navigator)) return;
  isListening = true;
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!(link instanceof HTMLAnchorElement) || !link.hasAttribute("download")) return;
    // What the page itself has made, such as recovery codes, is no address that can be asked again.
    if (event.defaultPrevented || !link.protocol.startsWith("http")) return;
    event.preventDefault();
    void shareFile(link.href, link.download);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.download === undefined) return;
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) address.searchParams.set(name, String(value));
    event.preventDefault();
    void shareFile(address.href, form.dataset.download);
  });
}

/**
 * Fetches a file and opens the share menu with it, from which it can be saved, printed or sent. A menu that does not open,
 * because the file took too long or is of a kind that it does not take, leaves the download.
 * @param name the file's name; empty when the answer has one.
 */
async function shareFile(address: string, name: string): Promise<void> {
  const response = await fetch(address).catch(() => null);
  // The portal's own sentence says why; with its status, a browser shows it as a page or as a failed download.
  if (!response?.ok) return download(address, name);
  const blob = await response.blob();
  const file = new File([blob], name || readName(response) || "cobro", { type: blob.type });
  if (navigator.canShare({ files: [file] })) {
    const isDone = await navigator.share({ files: [file] }).then(
      () => true,
      // Closing the menu is no failure.
      (error: unknown) => error instanceof DOMException && error.name === "AbortError",
    );
    if (isDone) return;
  }
  const object = URL.createObjectURL(file);
  download(object, file.name);
  setTimeout(() => URL.revokeObjectURL(object), 60_000);
}

function readName(response: Response): string | undefined {
  return /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
}

function download(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  // Outside of the page, so that this click is not shared again.
  link.click();
}
