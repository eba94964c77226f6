import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

// A form that is sent to the portal keeps what was typed when there is no answer, or none of ours: the connection broke,
// a proxy answered, the page is older than the running version. `ServerForm` with `useForm` or `useSend` does that, so
// that every form is one, or one of these.

/** Forms of their own, each with why it needs no `ServerForm`. */
const ownForms: Record<string, string> = {
  "app/m/[merchant]/links/new/_create/link-form.tsx":
    "draws the link card, and keeps its text by useForm's parts",
  "app/m/[merchant]/links/new/_create/template-buttons.tsx":
    "has nothing to type; the create screen says what went wrong",
  "app/m/[merchant]/links/[linkId]/_share/share-number.tsx":
    "opens another program during the press, and stores beside it",
  "app/offline/_shell/draft-form.tsx": "stores a draft in the browser",
  "lib/ui/form/server-form.tsx": "is ServerForm",
};

/** Addresses of a page: what is typed becomes part of the address, and the browser keeps the page if none comes. */
const isSearch = (form: string) => /action=(?:\{(?:action|path)\}|\{`[^`]*`\})|method="dialog"/.test(form);

const forms = ["app", "lib"].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(room, name))
    .filter((file) => file.endsWith(".tsx") && !file.endsWith(".dev.tsx"))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/<form\b[\s\S]*?(?<![=-])>/g)].map(([form]) => ({
        file,
        form,
      })),
    ),
);

test("every form that is sent to the portal keeps what was typed when no answer comes", () => {
  expect(forms.length).toBeGreaterThan(8);
  const bare = forms.filter(({ file, form }) => !(file in ownForms) && !isSearch(form));
  expect(bare.map(({ file, form }) => `${file}: ${form.slice(0, 80)}`)).toEqual([]);
});

test("no form is listed that is not there", () => {
  expect(Object.keys(ownForms).filter((file) => !forms.some((form) => form.file === file))).toEqual([]);
});
