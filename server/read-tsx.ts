import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { enableCompileCache, registerHooks, setSourceMapsSupport } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync, version } from 'esbuild'

/*
 * Loaded before the program (`node --import ./server/read-tsx.ts`): Node reads TypeScript by itself, but not the JSX of
 * `.tsx` files. What was made of a file, and what Node compiled, is kept for the next start.
 */

const kept = join(import.meta.dirname, '../node_modules/.cache/mot-cua')

enableCompileCache(join(kept, 'compiled'))
setSourceMapsSupport(true)
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    return { format: 'module', source: scriptOf(fileURLToPath(url)), shortCircuit: true }
  },
})

function scriptOf(path: string): string {
  const source = readFileSync(path, 'utf8')
  const name = createHash('sha256').update(version).update(path).update(source).digest('hex')
  const file = join(kept, 'tsx', `${name}.js`)
  const known = keptIn(file)
  if (known !== undefined) return known
  const { code } = transformSync(source, {
    loader: 'tsx',
    format: 'esm',
    target: 'esnext',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcefile: path,
    sourcemap: 'inline',
    sourcesContent: false,
  })
  keep(file, code)
  return code
}

function keptIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Whole or not at all, whoever else starts at the same time; where nothing can be kept, it is made at every start. */
function keep(file: string, code: string): void {
  const unfinished = `${file}.${process.pid}`
  try {
    mkdirSync(join(kept, 'tsx'), { recursive: true })
    writeFileSync(unfinished, code)
    renameSync(unfinished, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
