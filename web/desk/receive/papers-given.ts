import { first, type Typed } from '../form.ts'

export const COUNTS = ['original', 'certified', 'copy'] as const

/** The fields of the papers that were given: a row nobody filled in is none. */
export function papersGiven(typed: Typed): Typed['fields'] {
  const given = Object.entries(typed.fields).filter(([name]) => {
    const [, place] = /^components\.(\d+)\./.exec(name) ?? []
    return place !== undefined && isGiven(typed, place) && !isLeftOut(typed, place, name)
  })
  return Object.fromEntries(given)
}

function isGiven(typed: Typed, place: string): boolean {
  const value = (name: string) => first(typed, `components.${place}.${name}`).trim()
  const isZero = (text: string) => text === '' || /^0+$/.test(text)
  return (
    !COUNTS.every((name) => isZero(value(name))) ||
    value('insteadOfPaper') !== '' ||
    value('heldCopy') !== '' ||
    value('fromData.source') !== ''
  )
}

/** What is filled in beside a source or a reason that was not chosen. */
function isLeftOut(typed: Typed, place: string, name: string): boolean {
  const isChosen = (part: string) => first(typed, `components.${place}.${part}`) !== ''
  if (name.includes('.fromData.')) return !isChosen('fromData.source')
  return name.includes('.paperDespiteData.') && !isChosen('paperDespiteData.reason')
}
