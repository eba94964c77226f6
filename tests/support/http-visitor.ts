/** A form in a page: its address, and the present values of all its fields. */
export type PageForm = { action: string; fields: [name: string, value: string][] };

/**
 * A visitor without a browser: it keeps cookies, follows no redirects, and submits forms as a browser without scripts
 * does.
 */
export class HttpVisitor {
  readonly #cookies = new Map<string, string>();
  /** Each visitor has a network address of their own, as people do: a hundred from one address would be limited. */
  readonly address = `198.18.${anyByte()}.${anyByte()}`;

  constructor(
    readonly origin: string,
    private readonly userAgent?: string,
  ) {}

  /** A copy with the same cookies. */
  copy(): HttpVisitor {
    return this.at(this.origin);
  }

  /** The same for another portal on the same database. */
  at(origin: string): HttpVisitor {
    return this.#copyTo(new HttpVisitor(origin, this.userAgent));
  }

  /** The same with another browser or device. */
  with(userAgent: string): HttpVisitor {
    return this.#copyTo(new HttpVisitor(this.origin, userAgent));
  }

  #copyTo(copy: HttpVisitor): HttpVisitor {
    for (const [name, value] of this.#cookies) copy.#cookies.set(name, value);
    return copy;
  }

  /** Adds a cookie that no answer has set. */
  holdCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  /** What it sends with each request, and with this one in particular. */
  headers(own: HeadersInit = {}): Headers {
    const headers = new Headers({ "accept-language": "en-US", "x-forwarded-for": this.address });
    if (this.userAgent) headers.set("user-agent", this.userAgent);
    for (const [name, value] of new Headers(own)) headers.set(name, value);
    headers.set("cookie", [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    return headers;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = this.headers(init.headers);
    const response = await fetch(new URL(path, this.origin), { redirect: "manual", ...init, headers });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  async html(path: string, headers: Record<string, string> = {}): Promise<string> {
    const response = await this.request(path, { headers });
    const html = await response.text();
    if (response.status !== 200)
      throw new Error(`${path}: ${response.status} ${response.headers.get("location")}`);
    return html;
  }

  /** Opens a page and submits the form that contains a text (a field's name, a button's label), with these values. */
  async submit(
    path: string,
    holding: string,
    values: Record<string, string | File>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.send(path, formHolding(await this.html(path, headers), holding), values, headers);
  }

  async send(
    path: string,
    form: PageForm,
    values: Record<string, string | File> = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of form.fields) if (!(name in values)) body.append(name, value);
    for (const [name, value] of Object.entries(values)) body.append(name, value);
    return this.request(form.action || path, {
      method: "POST",
      body,
      headers: { origin: this.origin, ...headers },
    });
  }

  /** The cookies for `BrowserContext.addCookies`. */
  browserCookies(): { name: string; value: string; url: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value, url: this.origin }));
  }

  #keep(cookie: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === "" || /max-age=0\b/i.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

function anyByte(): number {
  return Math.floor(Math.random() * 256);
}

/** @throws when no form in the page contains the text. */
export function formHolding(html: string, text: string): PageForm {
  for (const [form, attributes = ""] of html.matchAll(/<form\b([^>]*)>.*?<\/form>/gs)) {
    if (form.includes(text))
      return { action: attribute(attributes, "action") ?? "", fields: getFields(form) };
  }
  throw new Error(`no form holds ${text}`);
}

/**
 * The values of inputs and selects as a browser would send them. Buttons are left out; a test names the one it presses.
 */
function getFields(form: string): [string, string][] {
  const fields: [string, string][] = [];
  for (const [, input = ""] of form.matchAll(/<input\b([^>]*)>/g)) {
    const isChoice = /\btype="(radio|checkbox)"/.test(input);
    const name = attribute(input, "name");
    if (name && (!isChoice || /\bchecked\b/.test(input)))
      fields.push([name, attribute(input, "value") ?? ""]);
  }
  for (const [, select = "", options = ""] of form.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const [, option = "", label = ""] =
      /<option\b([^>]*\bselected=""[^>]*)>([^<]*)/.exec(options) ??
      /<option\b([^>]*)>([^<]*)/.exec(options) ??
      [];
    fields.push([attribute(select, "name") ?? "", attribute(option, "value") ?? decode(label)]);
  }
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? undefined : decode(value);
}

const entities: Record<string, string> = {
  "&quot;": '"',
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&#x27;": "'",
  "&#39;": "'",
};

function decode(text: string): string {
  return text.replace(/&(?:quot|amp|lt|gt|#x27|#39);/g, (entity) => entities[entity] ?? entity);
}
