import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')

/** The program as it runs at a centre: a process of its own on a data directory of its own. */
export interface HouseProcess {
  readonly origin: string
  readonly process: ChildProcess
  /** What it has written so far; told when a test fails. */
  said(): string
}

/** Starts the program and waits until it is ready. */
export async function startHouse(
  dataDir: string,
  port: number,
  settings: { readonly [name: string]: string } = {},
): Promise<HouseProcess> {
  const child = spawn(process.execPath, ['--import', './server/read-tsx.ts', 'server/main.ts', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: `http://127.0.0.1:${port}`,
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const origin = `http://127.0.0.1:${port}`
  const house = { origin, process: child, said: () => said }
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the program ended by itself: ${said}`)
    if (await isReady(origin)) return house
    await wait(100)
  }
  child.kill('SIGKILL')
  throw new Error(`the program did not get ready: ${said}`)
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`)).ok
  } catch {
    return false
  }
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

interface Account {
  readonly login: string
  readonly password: string
  readonly post: string
  readonly unit: string
}

const isOfCommune = ({ unit }: Account) => /^(Xã|Phường) /.test(unit)

function accountsOf(dataDir: string): readonly Account[] {
  return JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8'))
}

/** Tokens of the centre's demonstration people, by post. */
export async function signInAll(origin: string, dataDir: string): Promise<ReadonlyMap<string, string>> {
  const tokens = new Map<string, string>()
  for (const one of accountsOf(dataDir).filter((account) => !isOfCommune(account)))
    tokens.set(one.post, await signIn(origin, one))
  return tokens
}

/** The token of somebody of the demonstration's commune. */
export async function signInOfCommune(origin: string, dataDir: string, post: string): Promise<string> {
  const account = accountsOf(dataDir).find((one) => isOfCommune(one) && one.post === post)
  if (!account) throw new Error(`no commune has a ${post}`)
  return signIn(origin, account)
}

async function signIn(origin: string, { login: name, password }: Account): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  })
  const body: unknown = await answer.json()
  if (typeof body !== 'object' || body === null || !('token' in body))
    throw new Error(`${name} could not sign in: ${JSON.stringify(body)}`)
  return String(body.token)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

interface Paper {
  readonly key: string
  readonly original: number
  readonly certified: number
  readonly copy: number
  readonly isRequired: boolean
}

/** The papers that make a dossier of a procedure complete, as they are sent to the API. */
export async function requiredPapers(origin: string, procedure: string): Promise<object[]> {
  const answer = await fetch(`${origin}/api/v1/procedures/${procedure}`)
  const { cases } = (await answer.json()) as { cases: { components: Paper[] }[] }
  return (cases[0]?.components ?? [])
    .filter((one) => one.isRequired && one.original + one.certified + one.copy > 0)
    .map(({ key, original, certified, copy }) => ({ component: key, original, certified, copy }))
}
