import { renderToString } from 'preact-render-to-string'
import type { ComponentChildren } from 'preact'
import { exampleOf, type OpenApi, type Operation } from './openapi.ts'
import { isProblemCode, PROBLEM_CODES, type ProblemCode, PROBLEMS, sentence, statusOf } from './problem.ts'
import { TITLES } from './problem-words.ts'

/** The readable side of the API: one page of all routes, made from the OpenAPI document, and one of all problems. */
export function referencePage(document: OpenApi): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return page(
    'API của Một Cửa',
    <>
      <Introduction />
      <h2>Các lệnh gọi</h2>
      <nav aria-label="Các lệnh gọi">
        <ul>
          {operations.map(({ path, method, operation }) => (
            <li key={operation.operationId}>
              <a href={`#${operation.operationId}`}>
                <code>{`${method.toUpperCase()} ${path}`}</code>
              </a>{' '}
              {operation.summary}
            </li>
          ))}
        </ul>
      </nav>
      {operations.map(({ path, method, operation }) => (
        <Described key={operation.operationId} path={path} method={method} operation={operation} />
      ))}
      <h2>Các kiểu dữ liệu</h2>
      {Object.entries(document.components.schemas).map(([name, schema]) => (
        <details key={name} id={`type-${name}`}>
          <summary>{name}</summary>
          <pre>{JSON.stringify(schema, null, 2)}</pre>
        </details>
      ))}
    </>,
  )
}

/** Every code with its sentences. */
export function problemsPage(): string {
  return page(
    'Các mã lỗi',
    <>
      <p>Mã là ổn định; câu chữ có thể được sửa cho rõ hơn.</p>
      <p lang="en">Codes are stable; their sentences may be made clearer.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Mã</th>
            <th scope="col">HTTP</th>
            <th scope="col">Tiếng Việt</th>
            <th scope="col">English</th>
          </tr>
        </thead>
        <tbody>
          {PROBLEM_CODES.map((code) => (
            <tr key={code}>
              <th scope="row">
                <a href={`${PROBLEMS}/${code}`}>
                  <code>{code}</code>
                </a>
              </th>
              <td>{statusOf(code)}</td>
              <td>{example(code, 'vi')}</td>
              <td lang="en">{example(code, 'en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>,
  )
}

/** The page an error's `type` points to; null when there is no such code. */
export function problemPage(code: string): string | null {
  if (!isProblemCode(code)) return null
  const status = statusOf(code)
  return page(
    code,
    <>
      <p>{`${status} ${TITLES[status].vi}: ${example(code, 'vi')}`}</p>
      <p lang="en">{`${status} ${TITLES[status].en}: ${example(code, 'en')}`}</p>
      <p>
        <a href={PROBLEMS}>Tất cả mã lỗi</a>
      </p>
    </>,
  )
}

/** A sentence without its facts: what they would say is marked. */
function example(code: ProblemCode, language: 'vi' | 'en'): string {
  const marked = new Proxy({}, { get: () => '…' })
  return sentence(code, marked, language)
}

const CURL = `curl https://…/api/v1/sign-in -H 'Content-Type: application/json' \\
  -d '{"name":"dat.tx","password":"…"}'

curl https://…/api/v1/dossiers -H 'Content-Type: application/json' -H 'Authorization: Bearer …' \\
  -d '{"id":"0197a5c0-7e1f-7c3a-9d2b-3f5e8a6b1c4d","procedure":"2.000635","channel":"counter",
       "placeOfReceipt":"HCC-TN","applicant":{"kind":"citizen","name":"Nguyễn Thị Hoà"},
       "components":[{"component":"to-khai-cap-ban-sao-trich","original":1}]}'

curl https://…/api/v1/dossiers/000.00.12.H49-190703-0042/complete-step \\
  -H 'Content-Type: application/json' -H 'Authorization: Bearer …' \\
  -d '{"id":"0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a35","version":1,"step":"find"}'`

function Introduction() {
  return (
    <>
      <p>
        Tiếp nhận, thẩm định, phê duyệt, đóng dấu, trả kết quả: mỗi việc một lệnh. Mỗi lệnh mang một{' '}
        <code>id</code> (UUIDv7) do người gửi đặt: gửi lại cùng <code>id</code> và cùng nội dung chỉ có một
        kết quả. Lệnh trên hồ sơ nêu <code>version</code> mà người gửi đã thấy; nếu người khác làm trước, trả
        lời là 409 kèm những gì đã xảy ra.
      </p>
      <p lang="en">
        Receive, appraise, approve, seal, hand back: one call each. Every command carries an <code>id</code>{' '}
        (UUIDv7) made by the sender: the same <code>id</code> with the same content has one effect. A command
        on a dossier names the <code>version</code> it was made on; if somebody was faster the answer is 409
        with what happened meanwhile.
      </p>
      <pre>{CURL}</pre>
      <p>
        <a href="/api/v1/openapi.json">OpenAPI 3.1</a> · <a href={PROBLEMS}>Các mã lỗi</a>
      </p>
    </>
  )
}

function Described({ path, method, operation }: { path: string; method: string; operation: Operation }) {
  const sent = exampleOf(operation)
  return (
    <section id={operation.operationId}>
      <h3>
        <code>{`${method.toUpperCase()} /api/v1${path}`}</code>
      </h3>
      <p>
        {operation.summary}. <span lang="en">{operation.description}.</span>{' '}
        {operation.security.some((one) => one.token) ? <strong>Cần đăng nhập.</strong> : null}
      </p>
      {operation.parameters.length > 0 && (
        <dl>
          {operation.parameters.map(({ name, required, description, schema }) => (
            <div key={name}>
              <dt>
                <code>{name}</code> {required ? '(bắt buộc)' : ''}
              </dt>
              <dd>
                {description} <code>{JSON.stringify(schema)}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {sent?.hasFiles && (
        <pre>{`-F files=@trang-1.jpg -F files=@trang-2.jpg -F about='…' với “about” là:`}</pre>
      )}
      {sent && <pre>{JSON.stringify(sent.about, null, 2)}</pre>}
      <p>
        {operation['x-problems'].map((code) => (
          <>
            <a href={`${PROBLEMS}/${code}`}>
              <code>{code}</code>
            </a>{' '}
          </>
        ))}
      </p>
    </section>
  )
}

/** The few lines of style of these pages; no script and nothing from elsewhere. */
export const STYLE = `body { font: 1rem/1.6 'Be Vietnam Pro', system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1e2b3c; background: #fff }
h1, h2, h3 { line-height: 1.25 } h2 { margin-top: 3rem } section { border-top: 1px solid #c9d1db; margin-top: 1.5rem }
a { color: #7a1a29 } code, pre { font: 0.9em/1.5 ui-monospace, monospace } [lang=en] { color: #4a5768 }
pre { background: #f3f5f8; padding: 1rem; overflow-x: auto } table { border-collapse: collapse; display: block; overflow-x: auto }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.8rem 0.4rem 0; border-bottom: 1px solid #c9d1db; font-weight: normal }
dt { margin-top: 0.5rem } dd { margin-left: 1rem; overflow-wrap: anywhere }
`

function page(title: string, main: ComponentChildren): string {
  return `<!doctype html>${renderToString(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Một Cửa`}</title>
        <link rel="stylesheet" href="/api/v1/reference.css" />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {main}
        </main>
      </body>
    </html>,
  )}`
}
