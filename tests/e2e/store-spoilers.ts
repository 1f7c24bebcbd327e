/**
 * Ways to spoil the extension's database, for `evaluate` in a page of it or `inWorker`: each sees nothing of this
 * module.
 */

export function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('listmark');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error!);
  });
}

export function deleteKey(key: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('listmark');
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      const tx = opening.result.transaction('list', 'readwrite');
      tx.objectStore('list').delete(key);
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

export function writeNewerVersion(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('listmark', 99);
    opening.onupgradeneeded = () => opening.result.createObjectStore('future');
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

/** Runs in the worker: as a browser does that stores nothing for extensions. */
export function refuseDatabase(): void {
  const { IDBFactory, DOMException } = self as unknown as {
    IDBFactory: typeof globalThis.IDBFactory;
    DOMException: typeof globalThis.DOMException;
  };
  IDBFactory.prototype.open = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
}

/** Runs in the worker: as in a profile that hangs, opening a database never ends, neither well nor badly. */
export function silenceDatabase(): void {
  const { IDBFactory } = self as unknown as { IDBFactory: typeof globalThis.IDBFactory };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function () {
    return Object.assign(open.call(this, 'another'), { addEventListener: () => undefined });
  };
}

/** In a page of the extension: what `holdOlderVersion` holds open. */
declare global {
  var held: IDBDatabase | undefined;
}

/**
 * Runs in a page of the extension: puts an older version of the database in its place and holds it open, deaf to
 * whoever wants to upgrade it.
 */
export function holdOlderVersion(): Promise<void> {
  return new Promise((resolve, reject) => {
    indexedDB.deleteDatabase('listmark');
    const opening = indexedDB.open('listmark', 1);
    opening.onupgradeneeded = () => {
      for (const store of ['list', 'checks']) opening.result.createObjectStore(store);
    };
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      globalThis.held = opening.result;
      resolve();
    };
  });
}

export function letGo(): void {
  globalThis.held!.close();
}

/**
 * Runs in the worker: every write fails as on a full disk, by the browser's own error and an aborted transaction.
 * (Chromium's quota override did not reach an extension's database, and Firefox has none.)
 */
export function refuseWrites(): void {
  const { IDBObjectStore, DOMException } = self as unknown as {
    IDBObjectStore: typeof globalThis.IDBObjectStore;
    DOMException: typeof globalThis.DOMException;
  };
  IDBObjectStore.prototype.put = function () {
    this.transaction.abort();
    throw new DOMException('The current transaction exceeded its quota limitations.', 'QuotaExceededError');
  };
}
