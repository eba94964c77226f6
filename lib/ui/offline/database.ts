// What this browser keeps for times without a network. Two stores: what was last seen of each merchant, by its slug, and
// drafts of links.

const name = "cobro-offline";
const version = 1;
export type StoreName = "seen" | "drafts";

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("seen", { keyPath: "merchant.slug" });
      request.result.createObjectStore("drafts", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // What could not be opened is tried anew the next time.
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** One transaction with one request; it resolves once its changes are stored for good. */
async function run<Value>(
  store: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: "strict" });
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

export function readAll(store: StoreName): Promise<unknown[]> {
  return run(store, "readonly", (found) => found.getAll());
}

export async function write(store: StoreName, value: object): Promise<void> {
  await run(store, "readwrite", (found) => found.put(value));
}

export async function remove(store: StoreName, key: string): Promise<void> {
  await run(store, "readwrite", (found) => found.delete(key));
}

export async function clear(store: StoreName): Promise<void> {
  await run(store, "readwrite", (found) => found.clear());
}
