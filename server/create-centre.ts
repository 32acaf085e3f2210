import { type Centre, openDatabase } from '#store/database.ts'
import { openCentre } from '#store/schemas.ts'
import { type ImportOutcome, importCentre } from '#work/setup/import-centre.ts'
import type { ImportFault } from '#shapes/import-fault.ts'
import { readCentreFiles } from '#work/setup/read-centre-files.ts'
import { fault } from './faults.ts'

export interface CentreToCreate {
  readonly slug: string
  readonly from: string
  readonly effectiveFrom?: string | undefined
  readonly dryRun?: boolean | undefined
  readonly isDemonstration: boolean
  readonly at: Temporal.Instant
}

/** What came of it; with faults nothing was written and no centre was opened. */
export interface CreatedCentre {
  readonly faults: readonly ImportFault[]
  readonly warnings: readonly ImportFault[]
  /** Null when the files could not be read, or when a centre that does not exist is only tried. */
  readonly outcome: ImportOutcome | null
  readonly isNew: boolean
}

/** Opens a centre from its files, or brings the files into the one there is. Faulty files open nothing. */
export async function createCentre(ownerUrl: string, asked: CentreToCreate): Promise<CreatedCentre> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(asked.slug) || asked.slug.length > 40)
    throw fault('not-a-centre-name', { name: asked.slug })
  const { data, faults, warnings } = await readCentreFiles(asked.from)
  if (!data) return { faults, warnings, outcome: null, isNew: false }
  const owner = openDatabase({ url: ownerUrl, poolSize: 1, onError: () => undefined })
  try {
    const known = await owner.centre(asked.slug)
    if (!known && asked.dryRun) return { faults, warnings, outcome: null, isNew: true }
    const centre =
      known ?? (await opened(ownerUrl, asked, data.settings.name, () => owner.centre(asked.slug)))
    const outcome = await importCentre(centre, data, asked)
    return { faults: outcome.faults, warnings, outcome, isNew: !known }
  } finally {
    await owner.close()
  }
}

async function opened(
  ownerUrl: string,
  { slug, isDemonstration, at }: CentreToCreate,
  name: string,
  find: () => Promise<Centre | undefined>,
): Promise<Centre> {
  await openCentre(ownerUrl, { slug, name, host: null, isDemonstration, at })
  const centre = await find()
  if (!centre) throw fault('no-such-centre', { name: slug })
  return centre
}
