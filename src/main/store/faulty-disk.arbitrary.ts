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
    if (fault && 'code' in fault) throw Object.assign(new Error(`${fault.code}: ${operation} ${path}`), fault);
    return fault;
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
    datasync: async () => perform(at('datasync', path), () => file.datasync()),
    sync: async () => perform(at('sync', path), () => file.sync()),
    truncate: async (length) => perform(at('truncate', path), () => file.truncate(length)),
    stat: async () => {
      at('fstat', path);
      return file.stat();
    },
    close: async () => {
      // As the system does: the descriptor is gone whatever close says.
      await file.close();
      at('close', path);
    },
  });
  return {
    open: async (path, flags) => {
      at(`open ${flags}`, path);
      return openFile(await disk.open(path, flags), path);
    },
    rename: async (from, to) => perform(at('rename', to), () => disk.rename(from, to)),
    link: async (from, to) => perform(at('link', to), () => disk.link(from, to)),
    remove: async (path) => perform(at('remove', path), () => disk.remove(path)),
    makeFolder: async (path) => perform(at('makeFolder', path), () => disk.makeFolder(path)),
    list: async (path) => {
      at('list', path);
      return disk.list(path);
    },
    stat: async (path) => {
      at('stat', path);
      return disk.stat(path);
    },
  };
}
