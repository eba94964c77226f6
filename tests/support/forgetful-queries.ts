import pg from "pg";

const filter = /(?:"?\w+"?\.)*"?merchant_id"? = (\$\d+)(?:::uuid)?(?=[\s)]|$)/g;

/**
 * From now on this process removes `merchant_id = …` from every query of a store, as if each `where` had been written
 * without it. `onQuery` is called with the number of removals.
 */
export function forgetMerchantFilters(onQuery: (forgotten: number) => void): () => void {
  const { query } = pg.Client.prototype;
  const forgetting = function (this: pg.Client, config: unknown, ...rest: unknown[]) {
    let forgotten = 0;
    const widened = (text: string) =>
      text.replace(filter, (_, parameter: string) => {
        forgotten += 1;
        return `gen_random_uuid() <> ${parameter}::uuid`;
      });
    const isObject = typeof config === "object" && config !== null && "text" in config;
    const wide =
      isObject && typeof config.text === "string"
        ? { ...config, text: widened(config.text) }
        : typeof config === "string"
          ? widened(config)
          : config;
    onQuery(forgotten);
    return Reflect.apply(query, this, [wide, ...rest]);
  };
  Object.assign(pg.Client.prototype, { query: forgetting });
  return () => Object.assign(pg.Client.prototype, { query });
}
