const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text can be an id: addresses are typed, cut off and made up, and the database takes nothing else for one. */
export function isId(text: string): boolean {
  return ID.test(text)
}
