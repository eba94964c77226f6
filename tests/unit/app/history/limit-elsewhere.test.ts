import { expect, test } from "vitest";
import { limitElsewhere, mostChosen } from "@/app/m/[merchant]/links/_history/limit-elsewhere";
import { mostSelected } from "@/lib/domain/payment-links/history/parse-filters";
import { longestQuery } from "@/lib/web/form-limit";

test.each([
  [0, 0],
  [0, 31],
  [69, 31],
  [70, 31],
  [5_000, 31],
])("of %i links on other pages and %i here, all are sent or one too many", (elsewhere, here) => {
  const ids = Array.from({ length: elsewhere }, () => crypto.randomUUID());
  const sent = limitElsewhere(ids, here);
  expect(mostChosen).toBe(mostSelected);
  if (elsewhere + here <= mostSelected) expect(sent).toEqual(ids);
  else expect(sent.length + here).toBeGreaterThan(mostSelected);
  // As a browser writes them: the links of the page one by one, the others in one field.
  const fields = Array.from({ length: here }, () => ["link", crypto.randomUUID()]);
  const query = new URLSearchParams([...fields, ["link", sent.join()]]).toString();
  expect(query.length).toBeLessThan(longestQuery);
});
