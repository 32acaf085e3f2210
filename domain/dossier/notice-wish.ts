/** How somebody who handed in a dossier wants to be told of it: as the officer wrote it down. */
export const NOTICE_WISHES = ['telephone', 'email', 'none'] as const
export interface NoticeWish {
  readonly way: (typeof NOTICE_WISHES)[number]
  /** The mailbox, where that is wished. */
  readonly email: string | null
}

/** Where nothing was said, by telephone. */
const UNSAID: NoticeWish = { way: 'telephone', email: null }

/** A mailbox was wished for and none was named. */
export function lacksMailbox(wish: NoticeWish | undefined): boolean {
  return wish?.way === 'email' && wish.email === null
}

export function isSameWish(one: NoticeWish | undefined, other: NoticeWish | undefined): boolean {
  const [a, b] = [one ?? UNSAID, other ?? UNSAID]
  return a.way === b.way && a.email === b.email
}
