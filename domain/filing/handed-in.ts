import { type Outcome, refuse } from '../outcome.ts'
import { AUTHORITY, type FilingPaper } from './events.ts'

/**
 * How far a file has come that a citizen handed in: it waits in quarantine until it has been checked; what carried a
 * virus is not kept.
 */
export const FILE_STATES = ['waiting', 'checked', 'infected'] as const
export type FileState = (typeof FILE_STATES)[number]

/** The state of each file by its id; what is not named was taken out and counts for nothing. */
export type FileStates = ReadonlyMap<string, FileState>

/**
 * The papers as a dossier may take them: with the files that were checked. While one is in quarantine nothing is taken;
 * a paper of which nothing sound is left must be asked for again. Why somebody may file is a paper like any other.
 */
export function soundPapers(papers: readonly FilingPaper[], states: FileStates): Outcome<FilingPaper[]> {
  const files = papers.flatMap((one) => one.files)
  const waiting = files.filter(({ id }) => states.get(id) === 'waiting')
  if (waiting.length > 0) return refuse('files-not-checked', { files: waiting.map(({ name }) => name) })
  const sound = papers.map((paper) => ({
    ...paper,
    files: paper.files.filter(({ id }) => states.get(id) === 'checked'),
  }))
  const lost = sound.find(({ way, files: left }) => way === 'file' && left.length === 0)
  return lost
    ? refuse('paper-infected', { component: lost.component === AUTHORITY ? null : lost.component })
    : sound
}
