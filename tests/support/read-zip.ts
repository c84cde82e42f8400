import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';

/** The files in a zip, by name, with its password where it has one. */
export async function readZip(
  bytes: Uint8Array,
  password?: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = new ZipReader(new Uint8ArrayReader(bytes), {
    useWebWorkers: false,
    ...(password ? { password } : {}),
  });
  const files = new Map<string, Uint8Array>();
  for (const entry of await zip.getEntries()) {
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  await zip.close();
  return files;
}
