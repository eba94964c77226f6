import { expect, test } from "vitest";
import { readPlainForm } from "@/lib/web/plain-form";

async function written(fields: [string, string | File][]): Promise<{ body: Buffer; type: string }> {
  const form = new FormData();
  for (const [name, value] of fields)
    value instanceof File ? form.append(name, value) : form.append(name, value);
  const response = new Response(form);
  return {
    body: Buffer.from(await response.arrayBuffer()),
    type: response.headers.get("content-type") ?? "",
  };
}

const type = "multipart/form-data; boundary=x";
const part = (name: string, value = "1") =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

test("a form of texts is read as the parser for all forms reads it", async () => {
  const fields: [string, string][] = [
    ["$ACTION_1:0", '{"id":"60","bound":"$@1"}'],
    ["description", "Café ☕\r\n\r\n--x\r\nsecond line"],
    ["description", ""],
    ["", "without a name"],
    ["name=\\", "--"],
  ];
  const { body, type } = await written(fields);
  const parsed = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  expect([...(readPlainForm(body, type) ?? [])]).toEqual([...parsed]);
  expect([...parsed]).toHaveLength(fields.length);
});

test.each([
  ["no boundary", "multipart/form-data", `${part("a")}--x--`],
  ["a quoted boundary", 'multipart/form-data; boundary="x"', `${part("a")}--x--`],
  ["another boundary", type, "--y\r\nnot a part"],
  ["nothing", type, ""],
  ["no end", type, part("a")],
  ["more after its end", type, `${part("a")}--x-- and more`],
  ["text before it", type, `text\r\n${part("a")}--x--`],
  ["an escaped name", type, `${part("a%0D%0Ab")}--x--`],
  ["a control character in a name", type, `${part("a\u0007b")}--x--`],
  ["a type of its own", type, part("a").replace("\r\n\r\n", "\r\nContent-Type: text/plain\r\n\r\n")],
  ["its boundary within a value", type, `${part("a", "1\r\n--xyz")}--x--`],
])("a form with %s is left to the parser", (_, contentType, body) => {
  expect(readPlainForm(Buffer.from(body), contentType)).toBeNull();
});

test("a form with a file is left to the parser", async () => {
  const { body, type } = await written([
    ["a", "1"],
    ["file", new File(["1"], "a.csv")],
  ]);
  expect(readPlainForm(body, type)).toBeNull();
});
