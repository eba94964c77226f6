import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
} from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { withRoleNames } from "@/lib/platform/role-name";

/** A migration writes this into its own row, in its own transaction, which proves that it was committed. */
export const committedMark = "committed";

const { TEXT } = pg.types.builtins;
/** The type id of the catalog's one-byte "char", which is not SQL's character type. */
const catalogChar = 18;

/** Prisma's schema engine on one connection to the database, closed afterwards. */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  use: (engine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool));
    const instance = await engine.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    try {
      return await use(instance);
    } finally {
      instance.free();
    }
  } finally {
    await pool.end();
  }
}

/** Prisma's adapter with two corrections that its schema engine needs. */
class EngineAdapter extends PrismaPg {
  readonly #charColumns: Set<number>;

  constructor(pool: pg.Pool) {
    const charColumns = new Set<number>();
    super(noticingCharColumns(pool, charColumns));
    this.#charColumns = charColumns;
  }

  override async connect() {
    const adapter = await super.connect();

    // The adapter would split a script at every semicolon, even in function bodies and comments, and commit each piece.
    // Sent as one message, all statements are one transaction.
    adapter.executeScript = async (script) => {
      const mark = `UPDATE "_prisma_migrations" SET "logs" = '${committedMark}'
        WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`;
      await adapter
        .underlyingDriver()
        .query(`${withRoleNames(script)}\n;${mark}`)
        .catch(explain);
    };

    // The adapter refuses the type "char", in which the catalog stores kinds of constraints; the engine needs a
    // character.
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type, column) =>
        this.#charColumns.has(column) ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}

/** The engine shows the message only of errors of this class. */
function explain(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error;
  const { code = "", severity = "ERROR", message, detail, column, hint } = error;
  throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}

/** A pool that reports "char" columns as text; `columns` holds the names of those in the last answer. */
function noticingCharColumns(pool: pg.Pool, columns: Set<number>): pg.Pool {
  async function query(config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult> {
    const result = await pool.query(config);
    columns.clear();
    for (const [column, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== catalogChar) continue;
      field.dataTypeID = TEXT;
      columns.add(column);
    }
    return result;
  }
  return new Proxy(pool, { get: (target, key) => (key === "query" ? query : Reflect.get(target, key)) });
}

let loaded: Promise<void> | undefined;

/** The package's own entry imports the .wasm file as a module, which Node 20 supports only behind a flag. */
function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const file = createRequire(import.meta.url)
      .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
      .replace(/\.js$/, ".wasm");
    const { instance } = await WebAssembly.instantiate(await readFile(file), {
      "./schema_engine_bg.js": { ...engine },
    });
    engine.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === "function") start();
  })();
  return loaded;
}
