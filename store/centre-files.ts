import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { composedLetters } from '#domain/people/composed.ts'

/** A file of a centre as a clerk left it; the text is composed (NFC), or null when it is not UTF-8. */
export interface CentreFile {
  /** Path inside the directory, with `/`. */
  readonly name: string
  readonly text: string | null
}

const KINDS = ['.csv', '.json', '.yaml', '.yml', '.typ']

/** All files of a centre's directory that can hold data, in order of name; undefined when there is none. */
export async function readCentreDirectory(directory: string): Promise<readonly CentreFile[] | undefined> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(notThere)
  if (!entries) return undefined
  const paths = entries
    .filter((one) => one.isFile() && KINDS.some((kind) => one.name.endsWith(kind)))
    .map((one) => join(one.parentPath, one.name))
    .sort()
  return Promise.all(
    paths.map(async (path) => ({
      name: relative(directory, path).replaceAll(sep, '/'),
      text: decoded(await readFile(path)),
    })),
  )
}

function notThere(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
  throw error
}

/** The one place where a file becomes text: what macOS or a form writes decomposed is stored composed. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return composedLetters(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
