import { type ESTree, parseSync } from "vite";

export type Import = {
  /** As written, or null when it is computed. */
  target: string | null;
  isType: boolean;
  /** The imported names; `*` for all of them. */
  names: string[];
};

export type SourceFile = {
  path: string;
  lines: number;
  /** "use client" and "use server" at the top of the file. */
  directives: string[];
  /** "use server" inside functions. */
  innerDirectives: string[];
  imports: Import[];
  /** `export … from`, or an export of something imported: a second place to import it from. */
  forwards: boolean;
  /** Casts and type guards that make a MerchantId out of something else. */
  mintsMerchantId: boolean;
  /** Whether a function takes a merchant's transaction and also a MerchantId, which may be another merchant's. */
  takesMerchantTwice: boolean;
};

/** Reads what the rules need from a TypeScript file, with a real parser. */
export function readSource(path: string, source: string): SourceFile {
  const { program, errors } = parseSync(path, source, { lang: "tsx", sourceType: "module" });
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
  const nodes = [...nodesIn(program)];
  const directives = listDirectives(program.body);
  return {
    path,
    lines: source.trimEnd().split("\n").length,
    directives,
    innerDirectives: listDirectives(nodes).slice(directives.length),
    imports: nodes.flatMap(listImports),
    forwards: isForwarding(program.body),
    mintsMerchantId: nodes.some(isMint),
    takesMerchantTwice: nodes.some(isMerchantTwice),
  };
}

function* nodesIn(value: unknown): Generator<ESTree.Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item);
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) yield* nodesIn(child);
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function listDirectives(nodes: readonly ESTree.Node[]): string[] {
  return nodes.flatMap((node) =>
    node.type === "ExpressionStatement" && typeof node.directive === "string" ? [node.directive] : [],
  );
}

function listImports(node: ESTree.Node): Import[] {
  switch (node.type) {
    case "ImportDeclaration":
      return [toImport(node.source, node.importKind === "type" || areTypes(node), listNames(node))];
    case "ExportAllDeclaration":
      return [toImport(node.source, node.exportKind === "type", ["*"])];
    case "ExportNamedDeclaration":
      return node.source === null ? [] : [toImport(node.source, node.exportKind === "type", ["*"])];
    case "ImportExpression":
      return [toImport(node.source, false, ["*"])];
    case "TSImportType":
      return [toImport(node.source, true, ["*"])];
    case "TSExternalModuleReference":
      return [toImport(node.expression, false, ["*"])];
    case "CallExpression": {
      const isRequire = node.callee.type === "Identifier" && node.callee.name === "require";
      return isRequire ? [toImport(node.arguments[0], false, ["*"])] : [];
    }
    default:
      return [];
  }
}

function isForwarding(statements: readonly ESTree.Node[]): boolean {
  const imported = new Set(
    statements.flatMap((node) =>
      node.type === "ImportDeclaration" ? node.specifiers.map(({ local }) => local.name) : [],
    ),
  );
  return statements.some((node) => {
    if (node.type === "ExportAllDeclaration") return true;
    if (node.type !== "ExportNamedDeclaration") return false;
    const isImported = ({ local }: ESTree.ExportSpecifier) => "name" in local && imported.has(local.name);
    return node.source !== null || node.specifiers.some(isImported);
  });
}

function toImport(source: ESTree.Node | undefined, isType: boolean, names: string[]): Import {
  const isText = source?.type === "Literal" && typeof source.value === "string";
  return { target: isText ? String(source.value) : null, isType, names };
}

function areTypes({ specifiers }: ESTree.ImportDeclaration): boolean {
  const isType = (specifier: ESTree.ImportDeclarationSpecifier) =>
    specifier.type === "ImportSpecifier" && specifier.importKind === "type";
  return specifiers.length > 0 && specifiers.every(isType);
}

function listNames({ specifiers }: ESTree.ImportDeclaration): string[] {
  return specifiers.map((specifier) => {
    if (specifier.type === "ImportDefaultSpecifier") return "default";
    if (specifier.type === "ImportNamespaceSpecifier") return "*";
    return specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value;
  });
}

function isMint(node: ESTree.Node): boolean {
  const isMaker =
    node.type === "TSAsExpression" || node.type === "TSTypeAssertion" || node.type === "TSTypePredicate";
  return isMaker && [...nodesIn(node.typeAnnotation)].some(isMerchantId);
}

function isMerchantTwice(node: ESTree.Node): boolean {
  if (!("params" in node) || !Array.isArray(node.params)) return false;
  const all = [...nodesIn(node.params)];
  // A callback's transaction was opened in the function itself, for its one merchant.
  const inCallbacks = new Set(
    all.filter(({ type }) => type === "TSFunctionType").flatMap((callback) => [...nodesIn(callback)]),
  );
  const names = new Set(all.filter((one) => !inCallbacks.has(one)).flatMap(getTypeName));
  return (names.has("MerchantTx") || names.has("PurgeTx")) && names.has("MerchantId");
}

function getTypeName(node: ESTree.Node): string[] {
  if (node.type !== "TSTypeReference" || node.typeName.type !== "Identifier") return [];
  return [node.typeName.name];
}

function isMerchantId(node: ESTree.Node): boolean {
  return getTypeName(node).includes("MerchantId");
}
