import type { Context } from 'hono'
import type { z } from 'zod'
import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Desk } from '#work/desk.ts'
import { type DeviceDesk, deviceDesk } from '#work/field/device-desk.ts'
import { readBytes } from '../body.ts'
import type { ApiDoors } from '../doors.ts'
import { isProblem, type Problem, problem, refused, tooMany } from '../problem.ts'
import { subjectOf } from '../rate-limit.ts'
import {
  type ApiRoute,
  type DeepReadonly,
  type Described,
  queryOf,
  readContent,
  readParameters,
  type Shape,
} from '../route.ts'

interface Answering<
  Params extends Shape,
  Body extends z.ZodType,
  Headers extends Shape,
  Answer extends z.ZodType,
> extends Described<Params, Shape, Body, Answer> {
  readonly headers: Headers
  handle(
    at: DeviceDesk,
    asked: {
      readonly params: z.output<Params>
      readonly body: z.output<Body>
      readonly headers: z.output<Headers>
      /** Where the route takes bytes; otherwise empty. */
      readonly bytes: Uint8Array<ArrayBuffer>
    },
  ): Promise<Outcome<DeepReadonly<z.output<Answer>>>>
}

/** A route that a device of the field application calls by its own token. */
export function deviceRoute<
  Params extends Shape,
  Body extends z.ZodType,
  Headers extends Shape,
  Answer extends z.ZodType,
>(answering: Answering<Params, Body, Headers, Answer>): ApiRoute {
  const { handle, ...described } = answering
  return {
    ...described,
    async answerTo(c, doors) {
      const at = await arrivedDevice(c, doors)
      if (isProblem(at)) return at
      const params = readParameters(described.params, c.req.param())
      if (isProblem(params)) return params
      const query = readParameters(described.query, queryOf(c))
      if (isProblem(query)) return query
      const sent = Object.fromEntries(
        Object.keys(described.headers.shape).map((name) => [name, c.req.header(name)]),
      )
      const headers = readParameters(described.headers, sent)
      if (isProblem(headers)) return headers
      const bytes = await bytesIn(c, described.mostBytes)
      if (isProblem(bytes)) return bytes
      const body = await readContent(described.body, c.req.raw)
      if (isProblem(body)) return body
      const asked = { params: params.value, body: body.value, headers: headers.value, bytes }
      const outcome = await handle(at, asked)
      if (isRefusal(outcome)) return refused(outcome, described.missing)
      c.header('Cache-Control', 'no-store')
      return c.json(outcome, described.answer.status === 201 ? 201 : 200)
    },
  }
}

/** The public's desk of a request, with the token of the device; who guesses tokens is made to wait. */
export async function arrivedWithToken(
  c: Context,
  doors: ApiDoors,
): Promise<{ readonly desk: Desk; readonly token: string; readonly strange: () => Problem } | Problem> {
  const desk = await doors.deskFor(c, null)
  if (!desk) return problem('no-such-centre')
  const subject = subjectOf(doors.addressOf(c))
  const again = doors.limits.strangeDevices.look(subject, desk.now)
  if (again) return tooMany(again, desk.now)
  const strange = () => {
    doors.limits.strangeDevices.take(subject, desk.now)
    return problem('device-unknown')
  }
  const token = /^Device ([\w-]{43})$/.exec(c.req.header('authorization') ?? '')?.[1]
  return token === undefined ? strange() : { desk, token, strange }
}

async function arrivedDevice(c: Context, doors: ApiDoors): Promise<DeviceDesk | Problem> {
  const arrived = await arrivedWithToken(c, doors)
  if (isProblem(arrived)) return arrived
  const { desk, token, strange } = arrived
  const clock = clockOf(c.req.header('x-device-clock'))
  if (clock === undefined) return problem('invalid-parameters')
  const device = await deviceDesk(desk, token, clock)
  if (device === null) return strange()
  if (isRefusal(device)) return refused(device)
  const again = doors.limits.devices.take(device.device.id, desk.now)
  return again ? tooMany(again, desk.now) : device
}

/** What a device says its clock says; null where it says nothing, undefined where that is no moment. */
function clockOf(header: string | undefined): Moment | null | undefined {
  if (header === undefined) return null
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(header)) return undefined
  try {
    return toMoment(Temporal.Instant.from(header))
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

async function bytesIn(c: Context, most: number | undefined): Promise<Uint8Array<ArrayBuffer> | Problem> {
  if (most === undefined) return new Uint8Array()
  const bytes = await readBytes(c.req.raw, most)
  if (isProblem(bytes)) return bytes
  return bytes.length === 0 ? problem('body-missing') : bytes
}
