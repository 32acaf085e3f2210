import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Typed } from './form.ts'

const WHO = 'nguoi'
const HOURS = 16
const KEPT = z.object({
  path: z.string().regex(/^\/ban\/[\w\-./~%]*$/),
  fields: z.record(z.string().max(200), z.array(z.string())),
})

/** A form that was sent when the session had ended: where to, and what was typed. */
export type KeptForm = z.infer<typeof KEPT>

/** Remembers whose session it was, beyond its end: what was typed is given back to nobody else. */
export function rememberWho(c: Context, staffId: string): void {
  const secure = new URL(c.req.url).protocol === 'https:'
  setCookie(c, WHO, staffId, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: HOURS * 3600 })
}

/** What was typed, as a hidden field carries it through the sign-in; files cannot be carried. */
export function keptText(path: string, typed: Typed): string {
  return JSON.stringify({ path, fields: typed.fields })
}

/** The form that a sign-in carried along, if the one who has signed in is the one who typed it. */
export function keptFor(c: Context, text: string, staffId: string): KeptForm | null {
  if (text === '' || getCookie(c, WHO) !== staffId) return null
  try {
    const read = KEPT.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
