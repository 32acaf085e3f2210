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
  readonly requestBody?: {
    required: true
    content: { 'application/json': { schema: Json; example: unknown } }
  }
  readonly responses: { readonly [status: string]: object }
  readonly security: readonly { readonly token?: readonly [] }[]
  readonly 'x-action': string
  readonly 'x-problems': readonly ProblemCode[]
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
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
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
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
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body !== NO_BODY && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: reference(route.body.name), example: route.body.example } },
      },
    }),
    responses: responsesOf(route),
    security: route.who === 'staff' ? [{ token: [] }] : [{}],
    'x-action': route.action,
    'x-problems': problemsOf(route),
  }
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
    'invalid-parameters',
    ...(route.body === NO_BODY ? [] : BODY_PROBLEMS),
    'program-fault',
    'database-away',
  ]
}

const BODY_PROBLEMS: readonly ProblemCode[] = [
  'body-missing',
  'body-cut-off',
  'body-too-large',
  'not-json',
  'malformed-utf-8',
  'malformed-json',
  'nested-too-deep',
  'invalid-content',
]

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
