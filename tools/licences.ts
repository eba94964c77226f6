/** A package as package-lock.json lists it. */
export type LockedPackage = { name: string; version: string; licence: string | undefined };

/** Licences under which packages may be part of a portal under MIT. MPL only requires that changed files stay open. */
const allowed = new Set([
  ...[
    "0BSD",
    "Apache-2.0",
    "BlueOak-1.0.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
  ],
  ...["MPL-2.0", "OFL-1.1", "Python-2.0", "Unlicense", "Zlib"],
]);

/** Packages with another licence, and the reason why each is accepted. A pattern must match the whole name. */
const exceptions: { name: RegExp; licence: string; because: string }[] = [
  {
    name: /@img\/sharp-(libvips-)?[a-z0-9-]+/,
    licence: "LGPL-3.0-or-later",
    because: "sharp loads libvips as a shared library, which anyone can replace",
  },
  { name: /caniuse-lite/, licence: "CC-BY-4.0", because: "a table of browsers that the build reads" },
  {
    name: /elkjs/,
    licence: "EPL-2.0",
    because: "comes with Prisma Studio, which is never started or shipped",
  },
  { name: /png-js/, licence: "none given", because: "its LICENSE file is MIT" },
  { name: /seq-queue/, licence: "none given", because: "its LICENSE file is MIT" },
];

/**
 * The packages whose licence is neither allowed nor an exception, one line each. With AND both licences must be
 * allowed, with OR one of them. Anything else must be read by a person.
 */
export function licenceProblems(packages: LockedPackage[]): string[] {
  return packages
    .filter((locked) => !isFine(locked))
    .map(({ name, version, licence }) => `${name} ${version}: ${licence ?? "none given"}`);
}

/** Exceptions that no package needs any more. */
export function needlessExceptions(packages: LockedPackage[]): string[] {
  return exceptions
    .filter(
      (exception) =>
        !packages.some(({ name, licence }) =>
          licencesIn(licence ?? "none given").some((one) => isException(exception, name, one)),
        ),
    )
    .map(({ name }) => name.source);
}

function isFine({ name, licence = "none given" }: LockedPackage): boolean {
  const isAllowed = (one: string) =>
    allowed.has(one) || exceptions.some((exception) => isException(exception, name, one));
  const isChoice = / or /i.test(licence);
  if (isChoice && / and /i.test(licence)) return false;
  return isChoice ? licencesIn(licence).some(isAllowed) : licencesIn(licence).every(isAllowed);
}

function isException(exception: (typeof exceptions)[number], name: string, licence: string): boolean {
  return exception.licence === licence && exception.name.exec(name)?.[0] === name;
}

function licencesIn(expression: string): string[] {
  return expression.replace(/^\((.*)\)$/, "$1").split(/ (?:and|or) /i);
}
