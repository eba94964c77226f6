import { useEffect, useRef } from "react";

/** The picture as a file. It is fetched beforehand, because the menu must open during the press. */
export function usePicture(address: string, name: string) {
  const files = useRef<File[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    async function fetchPicture() {
      const response = "canShare" in navigator ? await fetch(address) : null;
      if (!response?.ok) return;
      const fetched = [new File([await response.blob()], name, { type: "image/png" })];
      if (isCurrent) files.current = fetched;
    }
    // Without the picture, the message is shared alone.
    fetchPicture().catch(() => {});
    return () => {
      isCurrent = false;
      files.current = null;
    };
  }, [address, name]);
  return files;
}
