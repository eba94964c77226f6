#!/bin/sh
# prune-packages.sh FOLDER: takes out of node_modules what only a build needs, after `npm prune --omit=dev`. What is left
# runs web, worker, migrate and admin as they were built.
set -eu
cd "$1"
# The embedded Postgres is for a person's own machine; compilers have done their work; Prisma's migrations run on
# @prisma/schema-engine-wasm, without its command and what that brings along.
rm -rf @embedded-postgres @next/swc-* @esbuild esbuild tsx @typescript typescript @types \
  @tailwindcss tailwindcss lightningcss lightningcss-* next/dist/esm next/dist/docs \
  prisma effect remeda elkjs @electric-sql @prisma/config @prisma/dev @prisma/engines @prisma/engines-version \
  @prisma/fetch-engine @prisma/get-platform @prisma/studio-core @prisma/streams-local @prisma/query-plan-executor
# Compilers of queries for databases that are not used.
find @prisma/client/runtime -name "query_compiler_*" ! -name "query_compiler_small_bg.postgresql*" -delete
find . \( -name "*.map" -o -name "*.d.ts" -o -name "*.d.mts" -o -name "*.d.cts" \) -type f -delete
