import { defineConfig } from "prisma/config";

// The CLI requires a schema-engine binary, which it would download. generate, validate and format never run it, and
// migrations use the WASM engine (bin/database/migrate.ts), so that any existing file will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
