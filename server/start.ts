import { startNightlyCheck } from '#jobs/nightly-check.ts'
import { startRelay } from '#jobs/relay.ts'
import { startReminding } from '#jobs/remind.ts'
import type { Watch } from '#jobs/watch.ts'
import { type Centre, type Database, openDatabase, REGISTRY_SCHEMA } from '#store/database.ts'
import { pendingMigrations } from '#store/migrate.ts'
import { migrateAll } from '#store/schemas.ts'
import type { SigningOffice } from '#work/signing/signing-office.ts'
import { houseApp } from './app.ts'
import { openChanges } from './changes.ts'
import { type Clock, clockFrom } from './clock.ts'
import type { Config } from './config.ts'
import { demonstrationAccounts, type DemonstrationAccount, ensureDemonstration } from './demonstration.ts'
import { deskMaker } from './desk-for.ts'
import { makeDoors } from './doors.ts'
import { fault } from './faults.ts'
import { type Ground, takeGround } from './ground.ts'
import { listen } from './http.ts'
import { openIdentity } from './identity.ts'
import { described, type Log } from './log.ts'
import { demonstrationKeys } from './signing/demonstration-keys.ts'
import { openSigning } from './signing/open-signing.ts'
import { type CentreSigning, readSigningSettings } from './signing/signing-settings.ts'
import { startUndoing, type Undoing } from './undoing.ts'

/** A centre that is open, and how to close it. */
export interface House {
  readonly centres: readonly {
    readonly slug: string
    readonly name: string
    readonly isDemonstration: boolean
  }[]
  /** Empty without a demonstration centre, and while its accounts are refused. */
  readonly accounts: readonly DemonstrationAccount[]
  stop(): Promise<void>
}

/** Opens the house from the ground up; what was opened is closed again when a step fails. */
export async function openHouse(config: Config, log: Log): Promise<House> {
  const undoing = startUndoing()
  try {
    const ground = await takeGround(config, log)
    undoing.add(() => ground.leave())
    return await openOn(ground, config, log, undoing)
  } catch (error) {
    await undoing.run()
    throw error
  }
}

async function openOn(ground: Ground, config: Config, log: Log, undoing: Undoing): Promise<House> {
  const clock = clockFrom(config.clock)
  const { ownerUrl, appUrl, secrets } = ground
  await migrateAll({ ownerUrl, appPassword: secrets.databaseApp })
  const onError = (error: Error) => log.warn({ error: described(error) }, 'database connection lost')
  const database = openDatabase({ url: appUrl, poolSize: config.databasePool, onError })
  undoing.add(() => database.close())
  await ensureDemonstration(database, ownerUrl, clock())
  const centres = await database.centres()
  const real = centres.find((one) => !one.isDemonstration)
  if (config.clock && real) throw fault('clock-not-for-real', { centre: real.name })

  const identity = openIdentity({
    database,
    databaseUrl: appUrl,
    secret: secrets.identity,
    baseUrl: config.baseUrl,
    clock,
    onError,
  })
  undoing.add(() => identity.close())
  const demonstration = centres.find((one) => one.isDemonstration)
  const accounts =
    demonstration && config.isLoopback
      ? await demonstrationAccounts(demonstration, identity, config.dataDir, clock())
      : []
  const signing = await signingOffices(config, centres, accounts)
  startJobs(database, clock, log, undoing)
  const desks = deskMaker({ database, identity, clock, admitsDemonstration: config.isLoopback, signing })
  const changes = await openChanges(appUrl, onError)
  undoing.add(() => changes.stop())
  const doors = makeDoors({ config, desks, identity, log, changes })
  const app = houseApp({ config, doors, log, isReady: () => isReady(database) })
  undoing.add(await listen(app, config))
  return { centres, accounts, stop: () => undoing.run() }
}

/** The keys of every centre that signs; those of the demonstration where its accounts are admitted. */
async function signingOffices(
  config: Config,
  centres: readonly Centre[],
  accounts: readonly DemonstrationAccount[],
): Promise<ReadonlyMap<string, SigningOffice>> {
  const settings =
    config.signing === null ? new Map<string, CentreSigning>() : readSigningSettings(config.signing)
  const offices = new Map<string, SigningOffice>()
  for (const centre of centres) {
    const own =
      settings.get(centre.slug) ??
      (centre.isDemonstration && accounts.length > 0
        ? await demonstrationKeys(config.dataDir, centre.name, accounts)
        : undefined)
    if (own) offices.set(centre.slug, await openSigning(centre, own))
  }
  return offices
}

function startJobs(database: Database, clock: Clock, log: Log, undoing: Undoing): void {
  const watch: Watch = {
    failed: (job, error) => log.warn({ job, error: described(error) }, 'job failed; it is tried again'),
    found: (centre, finding) => log.error({ centre, finding }, 'a promise is broken'),
  }
  const centres = () => database.centres()
  const relay = startRelay(centres, watch)
  undoing.add(() => relay.stop())
  const reminding = startReminding(centres, clock, watch)
  undoing.add(() => reminding.stop())
  const nightly = startNightlyCheck(centres, clock, watch)
  undoing.add(async () => nightly.stop())
}

/** The database answers and no migration is missing. */
async function isReady(database: Database): Promise<boolean> {
  const schemas = (await database.centres()).map((one) => one.schema)
  const pending = await Promise.all([
    pendingMigrations(database.pool, 'registry', REGISTRY_SCHEMA),
    ...schemas.map((schema) => pendingMigrations(database.pool, 'centre', schema)),
  ])
  return pending.flat().length === 0
}
