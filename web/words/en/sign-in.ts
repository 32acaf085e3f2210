import type { signIn as vietnamese } from '../vi/sign-in.ts'

/** What the pages say where people of the centre sign in. */
export const signIn: typeof vietnamese = {
  title: 'Sign in for staff',
  name: 'Name',
  password: 'Password',
  send: 'Sign in',
  wrong: 'Name or password is wrong. Check Caps Lock and the Vietnamese input method, then try again.',
  passkey: 'Sign in with a passkey (finger, face, PIN)',
  passkeyFailed: 'The device gave no key. Sign in with the password, or try again.',
  wrongCode:
    'The code is wrong, was used before or is older than 5 minutes. Try with a new one, or sign in from the start.',
  ended: 'The session had ended before this was sent. What you typed is kept: sign in again to send it.',
  firstTitle: 'Choose your own password',
  firstLead: 'The password you typed works once. Choose one that nobody else knows to start work.',
  firstAgain: 'That is the password you were given. Please choose another.',
  firstOver: 'Five minutes are over, or the password was chosen already. Please sign in again.',
  secondTitle: 'Second step',
  secondLead: 'The password is right. Enter the code of the authenticator on your telephone.',
  code: 'Code',
  codeHint: 'Six digits; if the telephone is lost, a recovery code',
  againTitle: 'You are signed in again',
  again:
    'Nothing has been sent. This is what you typed; the button sends it where it was going. Files must be chosen again.',
  sendAgain: 'Send it',
  leave: 'Do not send, back to My work',
  wait: (until: string) =>
    `Too many attempts. To keep the account safe, wait until ${until} and try again, or ask the administrator.`,
}
