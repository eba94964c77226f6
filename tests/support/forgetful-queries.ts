import pg from "pg";
import { disconnect } from "@/lib/platform/db";

const filter = /(?:"?\w+"?\.)*"?merchant_id"? = (\$\d+)(?:::uuid)?(?=[\s)]|$)/g;

/**
 * From now on this process removes `merchant_id = …` from every query of a store, as if each `where` had been written
 * without it. `onQuery` is called with the number of removals.
 */
export async function forgetMerchantFilters(
  onQuery: (forgotten: number) => void,
): Promise<() => Promise<void>> {
  const widened = (text: string) => {
    let forgotten = 0;
    const wide = text.replace(filter, (_, parameter: string) => {
      forgotten += 1;
      return `gen_random_uuid() <> ${parameter}::uuid`;
    });
    onQuery(forgotten);
    return wide;
  };
  // What is sent alone and what is sent in a batch is parsed alike. Connections that are open may know a statement as it was.
  await disconnect();
  const { parse } = pg.Connection.prototype;
  Object.assign(pg.Connection.prototype, {
    parse(this: pg.Connection, statement: { text: string }, ...rest: unknown[]) {
      return Reflect.apply(parse, this, [{ ...statement, text: widened(statement.text) }, ...rest]);
    },
  });
  return async () => {
    Object.assign(pg.Connection.prototype, { parse });
    await disconnect();
  };
}
