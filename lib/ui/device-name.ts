/** Browser and system, if the user agent names them: "Chrome, Android". */
export function deviceName(userAgent: string | null): string | null {
  const [browser] = /Edg|OPR|Firefox|CriOS|Chrome|Safari/.exec(userAgent ?? "") ?? [];
  const [system] = /iPhone|iPad|Android|Windows|Mac OS X|Linux/.exec(userAgent ?? "") ?? [];
  return [browser, system].filter(Boolean).join(", ") || null;
}
