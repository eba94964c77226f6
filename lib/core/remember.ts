/**
 * Makes each value once, for what takes longer to make than to use, such as the engine's formatters. Keys can come from
 * people's browsers, which can name any, so all are dropped when there are too many.
 * @param most how many are kept.
 */
export function remember<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
