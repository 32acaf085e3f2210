import type { signIn as vietnamese } from '../vi/sign-in.ts'

/** What the pages say where people of the centre sign in. */
export const signIn: typeof vietnamese = {
  title: 'Sign in for staff',
  name: 'Name',
  password: 'Password',
  send: 'Sign in',
  wrong: 'Name or password is wrong. Check Caps Lock and the Vietnamese input method, then try again.',
  wait: (until: string) =>
    `Too many attempts. To keep the account safe, wait until ${until} and try again, or ask the administrator.`,
}
