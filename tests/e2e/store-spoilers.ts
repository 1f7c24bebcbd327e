/**
 * Functions that damage or block the extension's database. They run in one of its pages (`evaluate`) or in its worker
 * (`inWorker`), so they cannot use anything else of this module.
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

/** Runs in the worker: opening a database throws, as in a browser that does not store data for extensions. */
export function refuseDatabase(): void {
  const { IDBFactory, DOMException } = self as unknown as {
    IDBFactory: typeof globalThis.IDBFactory;
    DOMException: typeof globalThis.DOMException;
  };
  IDBFactory.prototype.open = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
}

/** Runs in the worker: opening a database neither succeeds nor fails, as in a broken profile. */
export function hangDatabase(): void {
  const { IDBFactory } = self as unknown as { IDBFactory: typeof globalThis.IDBFactory };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function () {
    return Object.assign(open.call(this, 'another'), { addEventListener: () => undefined });
  };
}

/** In a page of the extension: the connection that `openOlderVersion` keeps open. */
declare global {
  var olderVersion: IDBDatabase | undefined;
}

/**
 * Runs in a page of the extension: replaces the database with an older version, keeps it open and ignores requests to
 * upgrade it.
 */
export function openOlderVersion(): Promise<void> {
  return new Promise((resolve, reject) => {
    indexedDB.deleteDatabase('listmark');
    const opening = indexedDB.open('listmark', 1);
    opening.onupgradeneeded = () => {
      for (const store of ['list', 'checks']) opening.result.createObjectStore(store);
    };
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      globalThis.olderVersion = opening.result;
      resolve();
    };
  });
}

export function closeOlderVersion(): void {
  globalThis.olderVersion!.close();
}

/**
 * Runs in the worker: every write fails as on a full disk, with the browser's own error and an aborted transaction.
 * Chromium's quota override does not apply to the database of an extension, and Firefox has no override.
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
