import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../outcome.ts'
import { type FilingPaper, PAPER_WAYS } from './events.ts'
import { FILE_STATES, type FileState, soundPapers } from './handed-in.ts'

const file = (id: string) => ({ id, name: `${id}.jpg`, mediaType: 'image/jpeg', size: 1, sha256: '' })
const anyPapers = fc.array(
  fc.record({
    way: fc.constantFrom(...PAPER_WAYS),
    states: fc.array(fc.constantFrom(...FILE_STATES, null), { maxLength: 4 }),
  }),
  { maxLength: 5 },
)

function handedIn(given: readonly { way: FilingPaper['way']; states: readonly (FileState | null)[] }[]) {
  const states = new Map<string, FileState>()
  const papers = given.map(({ way, states: own }, paper): FilingPaper => {
    const files = way === 'file' ? own.map((_, place) => file(`${paper}-${place}`)) : []
    for (const [place, { id }] of files.entries()) {
      const state = own[place]
      if (state) states.set(id, state)
    }
    return { component: `paper-${paper}`, way, files }
  })
  return { papers, states }
}

test('no dossier takes a file that was not checked, none that was is lost, and no paper comes without one', () => {
  fc.assert(
    fc.property(anyPapers, (given) => {
      const { papers, states } = handedIn(given)
      const taken = soundPapers(papers, states)
      const all = [...states.values()]
      if (isRefusal(taken)) {
        expect(taken.refused).toBe(all.includes('waiting') ? 'files-not-checked' : 'paper-infected')
        return
      }
      expect(all).not.toContain('waiting')
      const ids = taken.flatMap(({ files }) => files.map(({ id }) => id))
      expect(ids).toEqual([...states].filter(([, state]) => state === 'checked').map(([id]) => id))
      expect(taken.map(({ component, way }) => [component, way])).toEqual(
        papers.map(({ component, way }) => [component, way]),
      )
      for (const { way, files } of taken) if (way === 'file') expect(files).not.toEqual([])
    }),
  )
})

test('which files are waited for is said by their names', () => {
  const { papers, states } = handedIn([{ way: 'file', states: ['checked', 'waiting'] }])
  expect(soundPapers(papers, states)).toMatchObject({ facts: { files: ['0-1.jpg'] } })
})
