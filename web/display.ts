import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** How a person wants pages to look: remembered in the browser, asked for in an address, no script needed. */
export interface Display {
  readonly text: (typeof TEXTS)[number]
  readonly contrast: (typeof CONTRASTS)[number]
}

const TEXTS = ['normal', 'large'] as const
const CONTRASTS = ['normal', 'high'] as const
const YEAR_SECONDS = 365 * 86_400

/** What is asked for in the address, which is then remembered, or what was remembered. */
export function displayOf(c: Context): Display {
  return { text: chosen(c, 'text', TEXTS), contrast: chosen(c, 'contrast', CONTRASTS) }
}

function chosen<Value extends string>(c: Context, name: string, values: readonly [Value, ...Value[]]): Value {
  const among = (value: string | undefined) => values.find((one) => one === value)
  const asked = among(c.req.query(name))
  if (asked) setCookie(c, name, asked, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', httpOnly: true })
  return asked ?? among(getCookie(c, name)) ?? values[0]
}

/** What tells pages of one look from those of another, for whoever keeps them. */
export const displayKey = ({ text, contrast }: Display) => `${text} ${contrast}`
