import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { MUTATIONS, type Mutation } from './mutations.ts'

/**
 * Changes one rule of the domain at a time and runs its tests: a mutation that no test notices is a rule that no test
 * holds. Works on a copy; two mutations side by side. Prints each, and fails when one survives.
 */
const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const SIDE_BY_SIDE = 2

/** A copy of the domain with its tests, to be changed at will. */
function workbench(): string {
  const bench = mkdtempSync(join(tmpdir(), 'mot-cua-mutants-'))
  for (const part of ['domain', 'centres', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(bench, part), { recursive: true })
  writeFileSync(join(bench, 'vitest.config.js'), 'export default {}\n')
  symlinkSync(join(root, 'node_modules'), join(bench, 'node_modules'))
  return bench
}

async function isKilled(bench: string): Promise<boolean> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const given = ['run', 'domain', '--bail', '1', '--reporter', 'dot']
  try {
    await run(process.execPath, [vitest, ...given], {
      cwd: bench,
      timeout: 120_000,
      env: { ...process.env, CI: '1' },
    })
    return false
  } catch {
    return true
  }
}

async function survives(bench: string, { file, from, to }: Mutation): Promise<boolean> {
  const path = join(bench, file)
  const sound = readFileSync(path, 'utf8')
  if (sound.split(from).length !== 2)
    throw new Error(`${file} does not hold exactly one ${JSON.stringify(from)}`)
  writeFileSync(
    path,
    sound.replace(from, () => to),
  )
  const killed = await isKilled(bench)
  writeFileSync(path, sound)
  return !killed
}

const benches = Array.from({ length: SIDE_BY_SIDE }, workbench)
const waiting = [...MUTATIONS]
const survivors: Mutation[] = []
try {
  if (await isKilled(benches[0] ?? '')) throw new Error('the tests of the domain fail without any mutation')
  await Promise.all(
    benches.map(async (bench) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const survived = await survives(bench, next)
        if (survived) survivors.push(next)
        console.log(`${survived ? 'SURVIVED' : 'killed  '} ${next.file}: ${next.from} → ${next.to}`)
      }
    }),
  )
} finally {
  for (const bench of benches) rmSync(bench, { recursive: true, force: true })
}
console.log(`${MUTATIONS.length - survivors.length} passed, ${survivors.length} failed`)
process.exitCode = survivors.length === 0 ? 0 : 1
