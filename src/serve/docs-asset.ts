import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = (): string | null => {
  try {
    return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  } catch {
    return null
  }
}

/** Reads a file of Swagger UI from its package, or answers null where the package is not installed. */
export const docsAsset = async (name: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  const from = folder()
  try {
    return from === null ? null : new Uint8Array(await readFile(join(from, name)))
  } catch {
    return null
  }
}
