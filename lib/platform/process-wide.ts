/**
 * What there is once in a process. Next and the program around it each load a copy of every module, and so would each
 * have a state of its own.
 */
export function processWide<Value extends object>(name: string, make: () => Value): Value {
  const key = Symbol.for(`cobro.${name}`);
  const found: Value | undefined = Reflect.get(globalThis, key);
  if (found) return found;
  const made = make();
  Reflect.set(globalThis, key, made);
  return made;
}
