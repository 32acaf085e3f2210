import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'

/** Somebody the simulator can let in: what it says of the person, under the names of the national portal and VNeID. */
interface SimulatedPerson {
  /** What stands on the button. */
  readonly label: string
  readonly claims: { readonly sub: string; readonly [claim: string]: string }
}

/** The people of the demonstration; names and numbers are made up, and the youngest is fourteen in any year. */
function peopleIn(year: number): readonly SimulatedPerson[] {
  const born = String(year - 14)
  return [
    {
      label: 'Nguyễn Thị Hương, mức 2',
      claims: personal('huong', 'NGUYỄN THỊ HƯƠNG', '022185001234', '19850203', '2'),
    },
    {
      label: 'Trần Văn Minh, mức 1',
      claims: personal('minh', 'TRẦN VĂN MINH', '022079004567', '19790815', '1'),
    },
    {
      label: 'Phạm Gia Bảo, 14 tuổi, mức 2',
      claims: personal('bao', 'PHẠM GIA BẢO', `0222${born.slice(2)}007890`, `${born}0101`, '2'),
    },
    {
      label: 'Công ty TNHH Gốm Đất Việt, người đại diện Đoàn Thị Lan',
      claims: {
        ...personal('gom-dat-viet', 'ĐOÀN THỊ LAN', '022188009999', '19881120', '2'),
        LoaiTaiKhoan: '2',
        MaSoThue: '5700123456',
        TenDoanhNghiep: 'Công ty TNHH Gốm Đất Việt',
      },
    },
    {
      label: 'Tài khoản thứ hai mang số định danh của Nguyễn Thị Hương',
      claims: personal('huong-2', 'NGUYỄN THỊ HƯƠNG', '022185001234', '19850203', '2'),
    },
    {
      label: 'Tài khoản thiếu số định danh',
      claims: { sub: 'thieu', LoaiTaiKhoan: '1', HoVaTen: 'LÊ VĂN THIẾU', IAL: '1' },
    },
  ]
}

function personal(sub: string, HoVaTen: string, SoDinhDanh: string, NgayThangNamSinh: string, IAL: string) {
  return { sub, LoaiTaiKhoan: '1', HoVaTen, SoDinhDanh, NgayThangNamSinh, IAL }
}

export interface SimulatedIdentity {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  close(): Promise<void>
}

export interface SimulatedSettings {
  /** Where people may be sent back to. */
  readonly returnTo: readonly string[]
  readonly host: string
  /** The year it is. */
  readonly year: number
}

const CHOICE = '/chon/'

/** Plays a provider of national identity on this machine, over the real protocol: whoever is chosen is let in. */
export async function simulatedIdentity({
  returnTo,
  host,
  year,
}: SimulatedSettings): Promise<SimulatedIdentity> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  const issuer = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
  const client = { clientId: 'mot-cua', clientSecret: randomBytes(24).toString('base64url') }
  const people = peopleIn(year)
  const provider = providerAt(issuer, client, { returnTo, people })
  const speak = provider.callback()
  server.on('request', (request, response) => {
    // Whoever was let in before is forgotten: each sign-in asks anew, also without script.
    if (request.headers.cookie) request.headers.cookie = withoutSession(request.headers.cookie)
    const answering = request.url?.startsWith(CHOICE)
      ? letChoose(provider, people, { request, response })
      : Promise.resolve(speak(request, response))
    answering.catch(() => {
      if (!response.headersSent) response.writeHead(400, HTML)
      response.end(page('<h1>Trang đã hết hạn</h1><p>Quay lại trung tâm và bấm đăng nhập lần nữa.</p>'))
    })
  })
  return {
    issuer,
    ...client,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

function withoutSession(cookies: string): string {
  const kept = cookies.split(/;\s*/).filter((one) => !one.startsWith('_session'))
  return kept.join('; ')
}

function providerAt(
  issuer: string,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
  { returnTo, people }: { readonly returnTo: readonly string[]; readonly people: readonly SimulatedPerson[] },
): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const names = new Set(people.flatMap(({ claims }) => Object.keys(claims)))
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...returnTo],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'EC', alg: 'ES256', use: 'sig' }] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    claims: { openid: [...names] },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 600,
      Interaction: 3600,
      Session: 3600,
    },
    scopes: ['openid'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${CHOICE}${uid}` },
    findAccount: (_context, accountId) => {
      const found = people.find(({ claims }) => claims.sub === accountId)
      return found && { accountId, claims: () => Promise.resolve({ ...found.claims }) }
    },
    // Nobody is asked what may be told: to come here was the answer.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    renderError: (context) => {
      context.type = 'html'
      context.body = page('<h1>Không đăng nhập được</h1><p>Quay lại trung tâm và thử lần nữa.</p>')
    },
  })
  return provider
}

/** The page where somebody chooses whom to be, and what comes of the choice. */
async function letChoose(
  provider: Provider,
  people: readonly SimulatedPerson[],
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    response.writeHead(200, HTML)
    response.end(choicePage(people))
    return
  }
  const chosen = new URLSearchParams(await bodyOf(request)).get('nguoi') ?? ''
  const isKnown = people.some(({ claims }) => claims.sub === chosen)
  const result = isKnown
    ? { login: { accountId: chosen } }
    : { error: 'access_denied', error_description: 'the person went back' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) {
    text += String(part)
    if (text.length > 1000) break
  }
  return text
}

const HTML = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
} as const

function choicePage(all: readonly SimulatedPerson[]): string {
  const people = all.map(
    ({ label, claims }) => `<li><button name="nguoi" value="${claims.sub}">${label}</button></li>`,
  )
  return page(`<h1>Định danh trình diễn</h1>
<p><strong>Đây không phải VNeID.</strong> Trang này đóng vai hệ thống định danh quốc gia để trình diễn và thử nghiệm
trên máy này; mọi người dưới đây đều là tưởng tượng. Đừng nhập thông tin thật.</p>
<p>Bạn đăng nhập là ai?</p>
<form method="post"><ul>${people.join('')}</ul><p><button name="nguoi" value="">Quay lại, không đăng nhập</button></p></form>`)
}

function page(main: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Định danh trình diễn</title>
<style>body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1.5rem;background:#f4f0dc;color:#222}
ul{list-style:none;padding:0}button{font:inherit;text-align:left;width:100%;padding:.75rem 1rem;margin:.25rem 0;border:1px solid #555;border-radius:6px;background:#fff;color:#222}
button:focus-visible{outline:3px solid #222;outline-offset:2px}</style></head><body><main>${main}</main></body></html>`
}
