import type { Context } from 'hono'
import { z } from 'zod'
import { isRefusal, type Outcome, type RefusalCode } from '#domain/outcome.ts'
import type { Action } from '#domain/people/may.ts'
import type { Desk } from '#work/desk.ts'
import { readBody, readForm, type SentFile } from './body.ts'
import type { ApiDoors } from './doors.ts'
import { bodyFaults, parameterFaults } from './field-faults.ts'
import { isProblem, type Problem, problem, type ProblemCode, refused } from './problem.ts'

export type Shape = z.ZodObject
export type DeepReadonly<Value> = Value extends object
  ? { readonly [name in keyof Value]: DeepReadonly<Value[name]> }
  : Value

/** For a route without parameters of a kind, and one without a body. */
export const NONE = z.strictObject({})
export const NO_BODY = { name: '', schema: z.undefined(), example: undefined } as const

/** Who may come in at all, a device of the field application by a token of its own; what a person may do there is decided by the use case, by the action named. */
export type Who = 'public' | 'staff' | 'device'

/** A request as a route gets it: checked, and at a desk. */
export interface Asked<Params, Query, Body> {
  readonly c: Context
  readonly doors: ApiDoors
  readonly desk: Desk
  readonly token: string | null
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** What was sent with the body, where the route takes files. */
  readonly files: readonly SentFile[]
}

/** How many files a route takes, and how large they are together. */
export interface TakenFiles {
  readonly most: number
  readonly mostBytes: number
}

/** What stands in the OpenAPI document, and what a request is held against. */
export interface Described<
  Params extends Shape,
  Query extends Shape,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put'
  readonly path: `/${string}`
  readonly name: string
  readonly group: string
  readonly summary: { readonly vi: string; readonly en: string }
  readonly who: Who
  /** The line of the permission table (`domain/people/may.ts`) that the use case asks. */
  readonly action: Action['kind'] | 'sign-in' | 'sign-out' | 'see-oneself'
  readonly params: Params
  readonly query: Query
  readonly body: {
    readonly name: string
    readonly schema: Body
    readonly example: z.input<Body>
    /** The body comes with files and stands in the part `about` of a form. */
    readonly files?: TakenFiles
  }
  /** Where the body is bytes as they are: how many at most. */
  readonly mostBytes?: number
  /** Headers of its own. */
  readonly headers?: Shape
  readonly answer: {
    readonly status: 200 | 201 | 204
    readonly name: string
    readonly schema: Answer
    readonly description: string
  }
  /** Problems of its own, besides those that any request can come to. */
  readonly problems: readonly ProblemCode[]
  /** The refusal that says that what the address names is not there. */
  readonly missing?: RefusalCode
}

export type DescribedRoute = Described<Shape, Shape, z.ZodType, z.ZodType>

/** A route as the app mounts it and the document describes it. */
export interface ApiRoute extends DescribedRoute {
  answerTo(c: Context, doors: ApiDoors): Promise<Response | Problem>
}

interface Answering<
  Params extends Shape,
  Query extends Shape,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> extends Described<Params, Query, Body, Answer> {
  handle(
    asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>,
  ): Promise<Outcome<DeepReadonly<z.output<Answer>>> | Problem>
  /** Where what was made can be found (201). */
  location?(answer: DeepReadonly<z.output<Answer>>): string
}

/** Makes a route of its description and its handler; the only place where a request becomes checked values. */
export function route<
  Params extends Shape,
  Query extends Shape,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(answering: Answering<Params, Query, Body, Answer>): ApiRoute {
  const { handle, location, ...described } = answering
  return {
    ...described,
    async answerTo(c, doors) {
      const arrived = await arrive(c, doors, described.who)
      if (isProblem(arrived)) return arrived
      const params = readParameters(described.params, c.req.param())
      if (isProblem(params)) return params
      const query = readParameters(described.query, queryOf(c))
      if (isProblem(query)) return query
      const body = await readContent(described.body, c.req.raw)
      if (isProblem(body)) return body
      const outcome = await handle({
        c,
        doors,
        ...arrived,
        params: params.value,
        query: query.value,
        body: body.value,
        files: body.files,
      })
      if (isProblem(outcome)) return outcome
      if (isRefusal(outcome)) return refused(outcome, described.missing)
      c.header(
        'Cache-Control',
        described.who === 'public' && described.method === 'get' ? 'no-cache' : 'no-store',
      )
      if (location) c.header('Location', location(outcome))
      if (described.answer.status === 204) return c.body(null, 204)
      c.header('Content-Type', 'application/json')
      return c.body(JSON.stringify(outcome), described.answer.status)
    },
  }
}

/** The desk of a request, or why the sender does not get to one. */
async function arrive(c: Context, doors: ApiDoors, who: Who) {
  const header = c.req.header('authorization')
  const token = header === undefined ? null : /^Bearer ([\w\-.~+/]{1,2000}=*)$/i.exec(header)?.[1]
  if (token === undefined) return problem('malformed-token')
  const desk = await doors.deskFor(c, token)
  if (!desk) return problem('session-ended')
  return who === 'staff' && desk.actor.kind !== 'staff' ? problem('sign-in-needed') : { desk, token }
}

export function readParameters<Parameters extends Shape>(shape: Parameters, given: object) {
  const read = shape.safeParse(given)
  return read.success
    ? { value: read.data }
    : problem('invalid-parameters', {}, { errors: parameterFaults(read.error, given) })
}

/** Query parameters; one given twice is a list, which no schema takes. */
export function queryOf(c: Context) {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
}

export async function readContent<Body extends z.ZodType>(
  { schema, files }: { readonly schema: Body; readonly files?: TakenFiles },
  request: Request,
) {
  const given = await sentIn(request, schema instanceof z.ZodUndefined, files)
  if (isProblem(given)) return given
  const read = schema.safeParse(given.value)
  return read.success
    ? { value: read.data, files: given.files }
    : problem('invalid-content', {}, { errors: bodyFaults(read.error, given.value) })
}

async function sentIn(request: Request, isNothing: boolean, files: TakenFiles | undefined) {
  if (isNothing) return { value: undefined, files: [] }
  if (files) return readForm(request, files.mostBytes)
  const read = await readBody(request)
  return isProblem(read) ? read : { ...read, files: [] }
}
