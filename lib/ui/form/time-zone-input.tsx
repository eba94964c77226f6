"use client";

import { useEffect, useState } from "react";

/** Sends the browser's time zone along, where scripts run; the server guesses from the language otherwise. */
export function TimeZoneInput() {
  const [timeZone, setTimeZone] = useState("");
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return <input type="hidden" name="timeZone" value={timeZone} />;
}
