import { z } from 'zod'
import { vi } from '#web/words/vi.ts'
import { PROBLEM_CODES, type ProblemCode, statusOf } from './problem.ts'
import { TITLES } from './problem-words.ts'
import { type DescribedRoute, NO_BODY } from './route.ts'

type Json = z.core.JSONSchema.BaseSchema
type Named = { readonly name: string; readonly schema: z.ZodType }

export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: RequestBody
  readonly responses: { readonly [status: string]: object }
  readonly security: readonly { readonly token?: readonly []; readonly device?: readonly [] }[]
  readonly 'x-action': string
  readonly 'x-problems': readonly ProblemCode[]
}

interface RequestBody {
  readonly required: true
  readonly content: {
    readonly [type in 'application/json' | 'multipart/form-data' | 'application/octet-stream']?: {
      readonly schema: Json
      readonly example?: unknown
      readonly encoding?: object
    }
  }
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: Json
}

export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
  readonly components: {
    readonly schemas: { readonly [name: string]: Json }
    readonly securitySchemes: object
  }
}

/**
 * The OpenAPI document of the routes. Schemas are the JSON Schema that Zod itself writes (OpenAPI 3.1 takes it as it
 * is): `docs/decisions` tells what the generator beside it lost.
 */
export function openApi(routes: readonly DescribedRoute[]): OpenApi {
  const bodies = routes.filter((route) => route.body !== NO_BODY).map((route) => route.body)
  const answers = routes.filter((route) => route.answer.status !== 204).map((route) => route.answer)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Một Cửa',
      version: '1',
      description:
        'API của Trung tâm Hành chính công. Mọi lỗi là problem details (RFC 9457) với mã ổn định. / ' +
        'The API of a one-stop public administration centre. Every error is problem details (RFC 9457) with a stable code.',
    },
    servers: [{ url: '/api/v1' }],
    paths: pathsOf(routes),
    components: {
      schemas: {
        ...schemasOf(bodies, 'input'),
        ...schemasOf([...answers, { name: 'Problem', schema: ProblemShape }], 'output'),
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        device: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Device <token>`; with `X-Device-Clock`, what the clock of the device says',
        },
      },
    },
  }
}

const sentences = z.strictObject({ vi: z.string(), en: z.string() })
const facts = z.record(z.string(), z.unknown())

/** A problem as it is answered. */
export const ProblemShape = z.strictObject({
  type: z.string().describe('Address of the page that explains the code'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('In the language the request prefers'),
  code: z.enum(PROBLEM_CODES),
  messages: sentences,
  facts,
  errors: z
    .array(
      z.strictObject({
        pointer: z.string().optional().describe('JSON pointer into the body'),
        parameter: z.string().optional().describe('Name of the parameter'),
        code: z.enum(Object.keys(vi.fieldFaults)),
        messages: sentences,
        facts,
      }),
    )
    .optional(),
})

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

function schemasOf(named: readonly Named[], io: 'input' | 'output') {
  const registry = z.registry<{ id: string }>()
  for (const { name, schema } of new Map(named.map((one) => [one.name, one])).values())
    registry.add(schema, { id: name })
  const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]))
}

/** A schema as a component: where it stands in the document says which it is. */
function bare(schema: Json): Json {
  const { $schema: _, $id: __, ...rest } = schema
  return rest
}

function pathsOf(routes: readonly DescribedRoute[]): OpenApi['paths'] {
  const byPath = Map.groupBy(routes, (route) => route.path)
  return Object.fromEntries(
    [...byPath].map(([path, members]) => [
      path,
      Object.fromEntries(members.map((route) => [route.method, operationOf(route)])),
    ]),
  )
}

function operationOf(route: DescribedRoute): Operation {
  return {
    operationId: route.name,
    tags: [route.group],
    summary: route.summary.vi,
    description: route.summary.en,
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.headers ? parametersOf(route.headers, 'header') : []),
    ],
    ...(route.body !== NO_BODY && {
      requestBody: { required: true, content: contentOf(route.body) },
    }),
    ...(route.mostBytes !== undefined && {
      requestBody: { required: true, content: bytesOf(route.mostBytes) },
    }),
    responses: responsesOf(route),
    security: [{ public: {}, staff: { token: [] as const }, device: { device: [] as const } }[route.who]],
    'x-action': route.action,
    'x-problems': problemsOf(route),
  }
}

function bytesOf(most: number): RequestBody['content'] {
  return { 'application/octet-stream': { schema: { type: 'string', maxLength: most } } }
}

function contentOf({ name, example, files }: DescribedRoute['body']): RequestBody['content'] {
  const about = { schema: reference(name), example }
  if (!files) return { 'application/json': about }
  const properties: Record<string, Json> = {
    about: about.schema,
    files: {
      type: 'array',
      items: { type: 'string', contentMediaType: 'application/octet-stream' },
      minItems: 1,
      maxItems: files.most,
      description: `Together at most ${files.mostBytes} bytes`,
    },
  }
  return {
    'multipart/form-data': {
      schema: { type: 'object', properties, required: ['about', 'files'], additionalProperties: false },
      encoding: { about: { contentType: 'application/json' } },
      example: { about: about.example, files: ['trang-1.jpg'] },
    },
  }
}

/** An example of what is sent with an operation, and how; null where nothing is. */
export function exampleOf({ requestBody }: Operation) {
  const sent = requestBody?.content['application/json']
  if (sent) return { about: sent.example, hasFiles: false }
  const form = z
    .object({ about: z.unknown() })
    .safeParse(requestBody?.content['multipart/form-data']?.example)
  return form.success ? { about: form.data.about, hasFiles: true } : null
}

function parametersOf(shape: z.ZodObject, place: Parameter['in']): Parameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = typeof property === 'boolean' ? {} : property
    return {
      name,
      in: place,
      required: required.includes(name),
      ...(description !== undefined && { description }),
      schema,
    }
  })
}

/** What a route can come to besides its answer: its own problems, and those of every request. */
function problemsOf(route: DescribedRoute): ProblemCode[] {
  return [
    ...route.problems,
    'malformed-address',
    'address-too-long',
    'no-such-centre',
    'malformed-token',
    'session-ended',
    ...(route.who === 'staff' ? (['sign-in-needed'] as const) : []),
    ...(route.who === 'device' ? (['device-unknown', 'device-ended', 'too-many-requests'] as const) : []),
    ...(route.mostBytes === undefined ? [] : BYTES_PROBLEMS),
    'invalid-parameters',
    ...(route.body === NO_BODY ? [] : BODY_PROBLEMS),
    ...(route.body === NO_BODY ? [] : route.body.files ? FORM_PROBLEMS : JSON_PROBLEMS),
    'program-fault',
    'database-away',
  ]
}

const BODY_PROBLEMS: readonly ProblemCode[] = [
  'body-missing',
  'body-cut-off',
  'body-too-large',
  'malformed-utf-8',
  'malformed-json',
  'nested-too-deep',
  'invalid-content',
]
const BYTES_PROBLEMS: readonly ProblemCode[] = ['body-missing', 'body-cut-off', 'body-too-large']
const JSON_PROBLEMS: readonly ProblemCode[] = ['not-json']
const FORM_PROBLEMS: readonly ProblemCode[] = ['not-multipart', 'malformed-form', 'files-missing']

function responsesOf(route: DescribedRoute): Operation['responses'] {
  const { status, name, description } = route.answer
  const byStatus = Map.groupBy(problemsOf(route), (code) => (code === route.missing ? 404 : statusOf(code)))
  const problems = [...byStatus].map(([status, codes]) => [
    status,
    {
      description: `${TITLES[status].vi}: ${codes.join(', ')}`,
      content: { 'application/problem+json': { schema: reference('Problem') } },
    },
  ])
  const answer =
    status === 204
      ? { description }
      : { description, content: { 'application/json': { schema: reference(name) } } }
  return Object.fromEntries([[status, answer], ...problems])
}
