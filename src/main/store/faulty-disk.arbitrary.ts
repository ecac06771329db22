import type { Disk, OpenFile } from './disk';

/** What a call shall do instead of working: fail with a code, or write only a part without an error. */
export type Fault = { readonly code: string } | { readonly partly: true } | null;

/**
 * A disk that asks before every call what shall go wrong. `operation` is the name of the call, `path` the file
 * or folder it is about.
 */
export function faultyDisk(disk: Disk, decide: (operation: string, path: string) => Fault): Disk {
  const at = (operation: string, path: string): Fault => {
    const fault = decide(operation, path);
    if (fault && 'code' in fault)
      throw Object.assign(new Error(`${fault.code}: ${operation} ${path}`), fault);
    return fault;
  };
  const ask = async <Value>(operation: string, path: string, task: () => Promise<Value>): Promise<Value> => {
    at(operation, path);
    return task();
  };
  const openFile = (file: OpenFile, path: string): OpenFile => ({
    write: async (bytes, position) => {
      const part = at('write', path) ? bytes.subarray(0, bytes.length >> 1) : bytes;
      return file.write(part, position);
    },
    read: async (into, position) => {
      const part = at('read', path) ? into.subarray(0, (into.length + 1) >> 1) : into;
      return file.read(part, position);
    },
    datasync: () => ask('datasync', path, () => file.datasync()),
    sync: () => ask('sync', path, () => file.sync()),
    truncate: (length) => ask('truncate', path, () => file.truncate(length)),
    stat: () => ask('fstat', path, () => file.stat()),
    close: async () => {
      // As the system does: the descriptor is gone whatever close says.
      await file.close();
      at('close', path);
    },
  });
  return {
    open: (path, flags) =>
      ask(`open ${flags}`, path, async () => openFile(await disk.open(path, flags), path)),
    rename: (from, to) => ask('rename', to, () => disk.rename(from, to)),
    link: (from, to) => ask('link', to, () => disk.link(from, to)),
    remove: (path) => ask('remove', path, () => disk.remove(path)),
    makeFolder: (path) => ask('makeFolder', path, () => disk.makeFolder(path)),
    removeFolder: (path) => ask('removeFolder', path, () => disk.removeFolder(path)),
    list: (path) => ask('list', path, () => disk.list(path)),
    stat: (path) => ask('stat', path, () => disk.stat(path)),
  };
}
