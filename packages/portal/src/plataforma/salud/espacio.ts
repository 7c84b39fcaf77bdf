import { statfs } from 'node:fs/promises';

/** Bytes that an ordinary account may still write on the disk of a directory; undefined when it cannot be told. */
export async function espacioLibre(directorio: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(directorio);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
