import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { connectedOwner, expectRedirect, type Owner } from "@/tests/support/people";
import { xlsx } from "@/tests/support/xlsx";

function sendTable({ http, path }: Owner, values: Record<string, string | File>) {
  return http.submit(`${path}/bulk`, 'name="pasted"', { pasted: "", ...values });
}

test("a workbook is read, corrected and created, without scripts; its rows have links, codes and a file", async () => {
  const owner = await connectedOwner();
  const { http, path, account } = owner;
  const rows = [
    ["Alumno", "Concepto", "Monto"],
    ["Ana", "Marzo", 12.5],
    ["Luis", "Marzo", "doce"],
    ["Eva", "Abril", 7],
  ];
  const file = new File([xlsx(rows)], "cuotas.xlsx");
  const page = expectRedirect(await sendTable(owner, { table: file }), `${path}/bulk/`);
  const draft = await http.html(page);
  expect(draft).toContain(en.bulkProblem.amount_not_a_number);
  expect(draft).toContain("cuotas.xlsx");
  // Whose link it is becomes part of the description.
  expectRedirect(
    await http.submit(page, 'name="description2"', { description: "0", description2: "1" }),
    page,
  );
  expect(await http.html(page)).toContain("Ana · Marzo");
  // A wrong cell is typed again, and stays wrong.
  expectRedirect(await http.submit(page, 'name="text1"', { text1: "trece" }), page);
  expect(await http.html(page)).toContain('value="trece"');
  expectRedirect(await http.submit(page, "Create 2 links", {}), page);
  await expect.poll(() => http.html(page), { timeout: 60_000, interval: 300 }).toContain(en.bulkState.done);
  expect(
    (await account.links()).map(({ description }) => description.replace(/ \(ref .*/, "")).sort(),
  ).toEqual(["Ana · Marzo", "Eva · Abril"]);
  const csv = await (await http.request(`${page}/results.csv`)).text();
  expect(csv).toMatch(/Ana,Marzo,12\.5,2,[^,]*,https?:/);
  expect(csv).toContain(en.bulkProblem.amount_not_a_number);
  const refused = await (await http.request(`${page}/results.csv?rows=refused`)).text();
  expect(refused).not.toContain("Ana");
  const batch = page.split("/").at(-1);
  expect(await http.html(`${path}/links/sheet?batch=${batch}`)).toContain("Abril");
  expect(await http.html(`${path}/links?batch=${batch}`)).toContain("Abril");
});

test("what cannot be read is said beside its field, and pasted cells stay", async () => {
  const owner = await connectedOwner();
  const said = async (values: Record<string, string | File>) => (await sendTable(owner, values)).text();
  expect(await said({})).toContain(en.errors.table_missing);
  expect(await said({ table: new File(["\u0001\u0002"], "a.csv") })).toContain(en.errors.table_unreadable);
  const open = await said({ pasted: 'a,b\nc,"d' });
  expect(open).toContain(en.errors.table_open_quote.replace("{place}", "2"));
  expect(open).toContain("a,b");
  const heavy = await sendTable(owner, { table: new File([new Uint8Array(6 * 1024 * 1024)], "a.csv") });
  expect(heavy.status).toBe(303);
  expect(await owner.http.html(`${owner.path}/bulk?too-long=1`)).toContain(en.errors.table_too_large);
});
