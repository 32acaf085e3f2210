import * as fc from 'fast-check'
import { exampleOf, type OpenApi, type Operation } from './openapi.ts'

/** A request that is wrong somewhere, or right by chance. */
export interface Malformed {
  readonly path: string
  readonly init: { method: string; headers: [string, string][]; body?: BodyInit }
  /** The operation it reaches, when address and method were left as they are. */
  readonly operation: Operation | null
}

interface Target {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

/** Text that breaks programs: marks, direction, emoji, halves of pairs, quotes, paths, numbers in disguise. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\udfff\ud800',
    '\u202e\u2066',
    'Nguyễn Thị Hoà'.normalize('NFD'),
    '👩‍👩‍👧‍👦',
    '\ufeff',
    "'; drop table dossier; --",
    '../../etc/passwd',
    '__proto__',
    '-1',
    '1e999',
    'null',
    '%00',
    '%ff%fe',
    'infinity~00000000-0000-7000-8000-000000000000',
    '9999-99-99T99:99:99.999Z~00000000-0000-7000-8000-000000000000',
    '2019-03-05T99:99:99.999Z~00000000-0000-7000-8000-000000000000',
    '+275760-09-13T00:00Z',
    '2019-07-03T09:00:60+07:00',
    '0000-00-00',
    'a'.repeat(5000),
    'ệ'.repeat(3000),
  ),
)

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(null, true, false, 0, -0, -1, 1e9, 1e308, -1e308, 2 ** 53, 0.1, [], {}, [[[]]], {
    a: { b: {} },
  }),
  fc.double(),
  fc.jsonValue({ maxDepth: 4 }),
  fc.array(fc.constantFrom({ component: 'x', original: -1 }, { component: 'x', copy: 1e9 }, null), {
    maxLength: 80,
  }),
)

/** Values of the right form at the wrong place: what rules refuse, not schemas. */
const PLAUSIBLE: { readonly [key in string]?: readonly unknown[] } = {
  procedure: ['2.000748', '1.004979', 'khong-co'],
  case: ['one-page', 'khac'],
  channel: ['online', 'post', 'home', 'mobile'],
  placeOfReceipt: ['TP', 'XX'],
  placeOfSupport: ['UBND', 'XX'],
  components: [[], [{ component: 'la' }], [{ component: 'to-khai-cap-ban-sao-trich' }]],
  returnWish: [{ way: 'post' }, { way: 'home', address: 'Khu 3' }],
  copiesWanted: [999],
  step: ['receive', 'return', 'approve'],
  version: [1, 2, 3, 1_000_000],
  to: ['check', 'receive'],
}

const oddKey = fc.oneof(
  oddText,
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'id',
    'version',
    'refused',
    'problem',
    '$ref',
  ),
)

/** Ids of commands that come again, with whatever content. */
const usedId = fc.constantFrom('0197a5c0-7e1f-7c3a-9d2b-3f5e8a6b1c4d', '0197a5c0-7e1f-7c3a-9d2b-3f5e8a6b1c4e')

type Json = { [key: string]: unknown }

/** A body with one place changed, taken away or added. */
function mutated(body: Json): fc.Arbitrary<Json> {
  const keys = Object.keys(body)
  if (keys.length === 0) return fc.constant(body)
  const change = fc
    .constantFrom(...keys)
    .chain((key) =>
      fc.tuple(fc.constant(key), fc.oneof(oddValue, fc.constantFrom(...(PLAUSIBLE[key] ?? [null])))),
    )
    .map(([key, value]): Json => ({ ...body, [key]: value }))
  const drop = fc
    .constantFrom(...keys)
    .map((key): Json => Object.fromEntries(Object.entries(body).filter(([name]) => name !== key)))
  const add = fc
    .tuple(oddKey, oddValue)
    .map(([key, value]): Json => Object.fromEntries([...Object.entries(body), [key, value]]))
  const inside = fc.constantFrom(...keys).chain((key): fc.Arbitrary<Json> => {
    const value = body[key]
    return isJson(value) && Object.keys(value).length > 0
      ? mutated(value).map((inner): Json => ({ ...body, [key]: inner }))
      : fc.constant(body)
  })
  return fc.oneof(change, drop, add, inside, fc.constant(body))
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Sent = string | Uint8Array<ArrayBuffer>

/** The bytes of a body: as they should be, or broken on the way. */
function bytes(body: Json): fc.Arbitrary<Sent> {
  const text = mutated(body).map((one) => JSON.stringify(one))
  const encoded = text.map((one) => new TextEncoder().encode(one))
  const at = fc.nat({ max: 400 })
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: fc.tuple(text, at).map(([one, end]) => one.slice(0, end)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(text, at, fc.constantFrom('NaN', ',', '}', '"', '\\u', '\u0000', '//', '1e'))
        .map(([one, place, junk]) => one.slice(0, place) + junk + one.slice(place)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(encoded, at, fc.integer({ min: 128, max: 255 }))
        .map(([one, place, byte]) => one.with(place % Math.max(one.length, 1), byte)),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((one) => new Uint8Array(one)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        ' ',
        'null',
        '[]',
        '""',
        '0',
        '\ufeff{}',
        '['.repeat(3000),
        '{"a":'.repeat(900),
        `{"id":"${'x'.repeat(270_000)}"}`,
      ),
    },
  )
}

const BOUNDARY = 'mot-cua-cat-o-day'
const FORM = `multipart/form-data; boundary=${BOUNDARY}`

const PAGES: readonly Uint8Array[] = [
  new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
  new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0xff, 0xd9]),
  new TextEncoder().encode('<script>alert(1)</script>'),
  new Uint8Array(),
]

/** A form with files around what is said about them: whole, cut off, or with parts nobody asked for. */
function form(about: fc.Arbitrary<Sent>): fc.Arbitrary<Blob> {
  const file = fc.tuple(
    fc.constantFrom('files', 'files', 'files', 'tep', 'about'),
    fc.constantFrom('a.pdf', '', '../../etc/passwd', 'trang một.jpg', '%00'),
    fc.oneof(fc.constantFrom(...PAGES), fc.uint8Array({ maxLength: 100 })),
  )
  const cut = fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat({ max: 60 }) },
  )
  return fc.tuple(about, fc.array(file, { maxLength: 3 }), cut).map(([said, files, less]) => {
    const parts = files.flatMap(([name, filename, content]) => [
      `\r\n${partOf(`${name}"; filename="${filename}`)}`,
      new Uint8Array(content),
    ])
    const whole = new Blob([partOf('about'), said, ...parts, `\r\n--${BOUNDARY}--\r\n`])
    return whole.slice(0, whole.size - less)
  })
}

const partOf = (name: string) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`

const oddHeader = fc.oneof(
  fc.constantFrom<[string, string]>(
    ['content-type', 'text/plain'],
    ['content-type', 'application/json; charset=latin1'],
    ['content-type', ';;;'],
    ['content-type', 'multipart/form-data'],
    ['content-type', FORM],
    ['content-encoding', 'gzip'],
    ['content-length', '999999999999'],
    ['content-length', '-1'],
    ['transfer-encoding', 'chunked'],
    ['accept-language', 'en;q=x,,;;,vi;q=999999'],
    ['accept', 'image/png'],
    ['origin', 'https://elsewhere.example'],
    ['cookie', 'session=clerk; a=%'],
    ['authorization', 'Bearer '],
    ['authorization', 'Bearer ended'],
    ['authorization', 'Basic Og=='],
    ['x-http-method-override', 'DELETE'],
    ['host', 'elsewhere.example'],
    ['x-forwarded-for', "'; --"],
    ['range', 'bytes=0-1'],
    ['if-match', '"x"'],
  ),
  fc.tuple(
    fc.constantFrom('accept-language', 'authorization', 'content-type', 'x-odd'),
    fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
  ),
)

const encoded = oddText.map((text) => encodeURIComponent(text.toWellFormed()))
const oddSegment = fc.oneof(
  encoded,
  fc.constantFrom('%', '%zz', '%ff', '%c3%28', '..', '.', '%2f', '%00', ';', ':code', '{code}', '*'),
)

/** Requests to every operation of the document: made of its examples and parameters, each with something wrong. */
export function malformedRequests(document: OpenApi, codes: readonly string[]): fc.Arbitrary<Malformed> {
  const targets: Target[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const weighted = targets.flatMap((target) => {
    const weight = weightOf(target)
    return Array.from({ length: weight }, () => target)
  })
  return fc.constantFrom(...weighted).chain((target) => malformedAt(target, codes))
}

/** Commands have more that can be wrong, files more again, and a receipt the most. */
function weightOf({ operation: { operationId, requestBody } }: Target): number {
  if (!requestBody) return 1
  if (operationId === 'receiveDossier') return 12
  return 'multipart/form-data' in requestBody.content ? 10 : 2
}

function malformedAt({ path, method, operation }: Target, codes: readonly string[]): fc.Arbitrary<Malformed> {
  const known = { code: fc.constantFrom(...codes), key: fc.constantFrom('2.000748', '2.000635') }
  const bare = path.split(/\{(\w+)\}/).map((part, place) => {
    if (place % 2 === 0) return fc.constant(part)
    return fc.oneof(
      { weight: 5, arbitrary: part === 'code' ? known.code : known.key },
      { weight: 1, arbitrary: encoded },
    )
  })
  const template = new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
  const right = fc.tuple(...bare).map((parts) => {
    const made = `/api/v1${parts.join('')}`
    return { path: made, isRight: template.test(new URL(made, 'http://localhost').pathname) }
  })
  const wrong = fc
    .oneof(
      fc.tuple(right, oddSegment).map(([one, segment]) => `${one.path}/${segment}`),
      fc.tuple(oddSegment, oddSegment).map((segments) => `/api/v1/${segments.join('/')}`),
      right.map((one) => `/api/v1${one.path.slice(7).replace(/[a-z]/, '%')}`),
    )
    .filter((one) => new URL(one, 'http://localhost').pathname.startsWith('/api/'))
  const address = fc.oneof(
    { weight: 9, arbitrary: right },
    { weight: 1, arbitrary: wrong.map((one) => ({ path: one, isRight: false })) },
  )
  const query = fc.array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('on', ...operation.parameters.map(({ name }) => name)) },
        encoded,
      ),
      fc.oneof(
        encoded,
        oddSegment,
        fc.constantFrom('2019-03-05', 'counter', 'default', '2019-03-05T08:00%2B07:00'),
      ),
    ),
    { maxLength: 3 },
  )
  const methods = fc.oneof(
    { weight: 9, arbitrary: fc.constant(method.toUpperCase()) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'),
    },
  )
  const person = fc.constantFrom(
    null,
    'clerk',
    'clerk',
    'clerk',
    'clerk',
    'clerk',
    'handler',
    'cashier',
    'approver',
    'director',
    'former-clerk',
    'ended',
  )
  const step = fc.constantFrom('fee', 'check', 'approve', 'seal', 'return')
  const body = fc
    .tuple(fc.oneof(fc.uuid({ version: 7 }), usedId), fc.integer({ min: 1, max: 6 }), step)
    .chain(([id, version, key]): fc.Arbitrary<BodyInit> => {
      const example = exampleOf(operation)?.about
      const filled = isJson(example)
        ? { ...example, ...('id' in example && { id }), ...('version' in example && { version, step: key }) }
        : {}
      return exampleOf(operation)?.hasFiles ? form(bytes(filled)) : bytes(filled)
    })
  return fc
    .record({
      address,
      query: fc.oneof(
        { weight: 4, arbitrary: fc.constant<[string, string][]>([]) },
        { weight: 1, arbitrary: query },
      ),
      method: methods,
      person,
      body,
      headers: fc.oneof(
        { weight: 3, arbitrary: fc.constant<[string, string][]>([]) },
        { weight: 1, arbitrary: fc.array(oddHeader, { maxLength: 2 }) },
      ),
      from: fc.ipV4(),
      session: fc.nat(),
    })
    .map((made) => {
      const search = made.query.map(([name, value]) => `${name}=${value}`).join('&')
      const headers: [string, string][] = [['x-test-address', made.from]]
      if (made.person !== null) headers.push(['authorization', `Bearer ${made.person}.${made.session}`])
      const takesBody = !['GET', 'HEAD'].includes(made.method)
      const type = exampleOf(operation)?.hasFiles ? FORM : 'application/json'
      if (takesBody) headers.push(['content-type', type])
      const named = new Map([...headers, ...made.headers])
      return {
        path: search === '' ? made.address.path : `${made.address.path}?${search}`,
        init: {
          method: made.method,
          headers: [...named],
          ...(takesBody && { body: made.body }),
        },
        operation: made.address.isRight && made.method === method.toUpperCase() ? operation : null,
      }
    })
}
