/** Ways to spoil the extension's database, for `evaluate` in a page of it or `inWorker`: each sees nothing of this module. */

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
  const { IDBFactory, DOMException } = self as unknown as { IDBFactory: typeof globalThis.IDBFactory; DOMException: typeof globalThis.DOMException };
  IDBFactory.prototype.open = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
}

/** Runs in the worker: every write fails as on a full disk, by the browser's own error and an aborted transaction. (Chromium's quota override did not reach an extension's database, and Firefox has none.) */
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
