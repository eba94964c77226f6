import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { HttpVisitor } from "@/tests/support/http-visitor";

/** What the provider has given the portal. */
export const client = { id: "cobro", secret: "a secret between the two of us" };

/** Somebody with an account at the provider. */
export type Account = { id: string; email: string | undefined; verified: boolean; name: string };

/** A real OpenID Connect provider, in which `account` has just signed in. */
export class TestIdentityProvider {
  /** Who signs in next; null when they refuse. */
  account: Account | null = null;
  isDown = false;
  readonly #accounts = new Map<string, Account>();
  readonly #provider: Provider;

  private constructor(
    readonly issuer: string,
    redirectUri: string,
    readonly stop: () => void,
  ) {
    this.#provider = this.#createProvider(redirectUri);
  }

  /**
   * @param issuer where it listens.
   * @param redirectUri where it may send browsers back to.
   */
  static async start(issuer: string, redirectUri: string): Promise<TestIdentityProvider> {
    const server = createServer();
    const running = new TestIdentityProvider(issuer, redirectUri, () => {
      server.close();
      server.closeAllConnections();
    });
    const provider = running.#provider;
    const answer = provider.callback();
    server.on("request", (request, response) => {
      if (running.isDown) return void request.socket.destroy();
      if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
      const { account } = running;
      if (account) running.#accounts.set(account.id, account);
      const result = account ? { login: { accountId: account.id } } : { error: "access_denied" };
      void provider.interactionFinished(request, response, result);
    });
    const { port, hostname } = new URL(issuer);
    server.listen(Number(port), hostname);
    await once(server, "listening");
    return running;
  }

  /**
   * Signs `account` in at the provider, in a browser that has never been there. Answers the address that the provider
   * sends the browser back to.
   * @param address where the portal has sent it.
   */
  async signIn(address: string, account: Account | null): Promise<string> {
    this.account = account;
    const browser = new HttpVisitor(this.issuer);
    let place = address;
    while (place.startsWith(this.issuer)) {
      const response = await browser.request(place);
      const next = response.headers.get("location");
      if (next === null) throw new Error(`the provider says ${response.status}: ${await response.text()}`);
      place = new URL(next, place).href;
    }
    return place;
  }

  /** From now on it wants this secret of the portal. */
  async changeSecret(secret: string): Promise<void> {
    const known = await this.#provider.Client.find(client.id);
    if (!known) throw new Error("the provider has forgotten the portal");
    Object.assign(known, { clientSecret: secret });
  }

  #createProvider(redirectUri: string): Provider {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
    const accounts = this.#accounts;
    return new Provider(this.issuer, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
      jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      cookies: { keys: ["only for a test"] },
      claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, id) => {
        const { email, verified, name } = accounts.get(id) ?? { id };
        return { accountId: id, claims: () => ({ sub: id, email, email_verified: verified, name }) };
      },
      async loadExistingGrant({ oidc }) {
        const { session, provider } = oidc;
        const grant = new provider.Grant({ clientId: client.id, accountId: session?.accountId });
        grant.addOIDCScope("openid email profile");
        await grant.save();
        return grant;
      },
    });
  }
}
