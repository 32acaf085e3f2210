import type { ComponentGiven } from '#domain/dossier/events.ts'
import { missingPapers } from '#domain/procedure/checklist.ts'
import type { Component } from '#domain/procedure/procedure.ts'
import type { CellReader } from './cell-reader.ts'

const PAPER = /^([a-z0-9][a-z0-9.-]*)(?::(\d{1,3})\/(\d{1,3})\/(\d{1,3}))?$/

/**
 * Papers handed in, as `key:originals/certified/copies` apart by spaces; a key alone is as many as the case asks for,
 * `all` everything that is required. What is required and not there is said, and not in the way.
 */
export function givenPapers(asked: readonly Component[], cell: CellReader): readonly ComponentGiven[] {
  const words = cell.row.papers.split(/[\s;]+/).filter(Boolean)
  const given = words.flatMap((word) => {
    if (word === 'all') return missingPapers(asked, []).map(asAsked)
    const [, component, original, certified, copy] = PAPER.exec(word) ?? []
    if (component === undefined) {
      cell.fault('papers', 'papers-unreadable', { value: word })
      return []
    }
    if (original !== undefined)
      return [{ ...counted(component, Number(original), Number(certified), Number(copy)) }]
    const known = asked.find(({ key }) => key === component)
    return [known ? asAsked(known) : counted(component, 1, 0, 0)]
  })
  for (const [place, { component }] of given.entries())
    if (given.findIndex((one) => one.component === component) !== place)
      cell.fault('papers', 'paper-twice', { value: component })
  const missing = missingPapers(asked, given)
  if (missing.length > 0)
    cell.warn('papers', 'papers-missing', {
      papers: missing.map(({ name, key }) => `${name} (${key})`).join('; '),
    })
  return given
}

function asAsked({ key, original, certified, copy }: Component): ComponentGiven {
  return counted(key, original, certified, copy)
}

function counted(component: string, original: number, certified: number, copy: number): ComponentGiven {
  return { component, original, certified, copy, insteadOfPaper: null }
}
