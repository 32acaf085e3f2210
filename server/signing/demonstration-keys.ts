import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { certificateFor, type Issued, newAuthority } from './issue-certificate.ts'
import { pkcs12File } from './pkcs12-file.ts'
import type { CentreSigning } from './signing-settings.ts'

const FOLDER = 'demo-signing'
const SEAL = 'con-dau'

interface DemonstrationPerson {
  readonly login: string
  readonly name: string
  readonly post: string
}

/**
 * Keys of the demonstration: an authority of its own, a key for each of its approvers and one for the seal, which signs copies too, made once
 * in the data directory. Nobody outside trusts them; they are used where demonstration accounts are admitted, only.
 */
export async function demonstrationKeys(
  dataDir: string,
  agency: string,
  people: readonly DemonstrationPerson[],
): Promise<CentreSigning> {
  const folder = join(dataDir, FOLDER)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const approvers = people.filter(({ post }) => post === 'approver')
  const wanted = [...approvers.map(({ login, name }) => ({ key: login, name })), { key: SEAL, name: agency }]
  const root = join(folder, 'goc.crt')
  if (!existsSync(root) || wanted.some(({ key }) => !existsSync(join(folder, `${key}.p12`))))
    await makeAll(folder, wanted)
  const key = (name: string) => ({
    file: join(folder, `${name}.p12`),
    passphraseFile: join(folder, `${name}.pass`),
  })
  return {
    trust: [root],
    timestampUrl: null,
    asksIssuers: false,
    seal: key(SEAL),
    copies: key(SEAL),
    people: Object.fromEntries(approvers.map(({ login }) => [login, key(login)])),
  }
}

/** All anew, under one authority; its certificate is written last, so that a start that was cut off begins again. */
async function makeAll(folder: string, wanted: readonly { readonly key: string; readonly name: string }[]) {
  const authority = await newAuthority('Một Cửa: tổ chức chứng thực trình diễn')
  for (const { key, name } of wanted) {
    const passphrase = randomBytes(24).toString('base64url')
    const issued: Issued = await certificateFor(name, authority)
    write(join(folder, `${key}.pass`), passphrase)
    write(join(folder, `${key}.p12`), await pkcs12File(issued, [authority.certificate], passphrase))
  }
  write(join(folder, 'goc.crt'), new Uint8Array(authority.certificate.toSchema().toBER(false)))
}

function write(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.new`, content, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
}
