import type { Context } from 'hono'
import { answerPage, type Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { PostForm } from '../parts/post-form.tsx'
import { giveSession, takeSession } from '../desk/session-cookie.ts'
import { type Visit, visitOf, type WebDoors } from '../visit.ts'

export const SIGN_IN = '/dang-nhap'

/** Name and password of a person of the centre. */
export async function signInForm(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  return answerPage(visit, signInPage(visit, { name: '', next: nextOf(c.req.query('tiep')) }))
}

/** Opens a session and goes on to where the person wanted to go. */
export async function signIn(c: Context, doors: WebDoors): Promise<Response> {
  const form = await c.req.parseBody()
  const textOf = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const visit = await visitOf(c, doors)
  const typed = { name: textOf('name').slice(0, 120), next: nextOf(textOf('next')) }
  const outcome = await doors.staff.signIn(c, { name: typed.name, password: textOf('password') })
  if (outcome.kind === 'signed-in') {
    giveSession(c, outcome.token)
    return c.redirect(typed.next, 303)
  }
  const { signIn: said, format } = visit.words
  const why = outcome.kind === 'wrong' ? said.wrong : said.wait(format.moment(outcome.until.toString()))
  return answerPage(visit, signInPage(visit, typed, why))
}

/** Ends the session. */
export async function signOut(c: Context, doors: WebDoors): Promise<Response> {
  await doors.staff.signOut(c)
  takeSession(c)
  return c.redirect(SIGN_IN, 303)
}

/** Only ways within the desk are gone on to. */
function nextOf(path: string | undefined): string {
  return path && /^\/ban(?:[/?][\w\-./?=&%~]*)?$/.test(path) ? path : '/ban'
}

function signInPage({ words }: Visit, typed: { name: string; next: string }, refused?: string): Page {
  const said = words.signIn
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <PostForm words={words} action={SIGN_IN} class="stacked" refused={refused}>
        <input type="hidden" name="next" value={typed.next} />
        <TextField name="name" label={said.name} value={typed.name} autocomplete="username" />
        <TextField
          name="password"
          label={said.password}
          type="password"
          autocomplete="current-password"
          maxLength={1000}
        />
        <Button>{said.send}</Button>
      </PostForm>
    </div>
  )
  return { title: said.title, main, status: refused ? 422 : 200 }
}
