import { randomBytes } from 'node:crypto'
import { startCheckingQuarantine } from '#jobs/check-quarantine.ts'
import { startPaymentWatch } from '#jobs/watch-payments.ts'
import { startPostWatch } from '#jobs/watch-post.ts'
import { startNightlyCheck } from '#jobs/nightly-check.ts'
import { startRelay } from '#jobs/relay.ts'
import { startReminding } from '#jobs/remind.ts'
import { startSendingNotices } from '#jobs/send-notices.ts'
import type { Watch } from '#jobs/watch.ts'
import { clamd } from '#partners/antivirus/clamd.ts'
import type { LookForViruses } from '#domain/digitising/look-for-viruses.ts'
import { type Centre, type Database, openDatabase, REGISTRY_SCHEMA } from '#store/database.ts'
import { pendingMigrations } from '#store/migrate.ts'
import { migrateAll } from '#store/schemas.ts'
import type { Desk } from '#work/desk.ts'
import type { PaymentOffice } from '#work/paying/payment-office.ts'
import type { SigningOffice } from '#work/signing/signing-office.ts'
import { houseApp } from './app.ts'
import { demonstrationOutbox } from '#partners/messages/demonstration-outbox.ts'
import { openChanges } from './changes.ts'
import { citizenDoors } from './citizen-doors.ts'
import { type Clock, clockFrom } from './clock.ts'
import type { Config } from './config.ts'
import { demonstrationAccounts, type DemonstrationAccount, ensureDemonstration } from './demonstration.ts'
import { deskMaker } from './desk-for.ts'
import { makeDoors } from './doors.ts'
import { fault } from './faults.ts'
import { type Ground, takeGround } from './ground.ts'
import { startSimulatedProviders } from '#partners/payments/simulated-providers.ts'
import type { PostCarrier } from '#domain/post/carrier.ts'
import { startSimulatedPost } from '#partners/post/simulated-post.ts'
import { vnpost } from '#partners/post/vnpost.ts'
import { openPost } from './post/open-post.ts'
import { readPostSettings } from './post/post-settings.ts'
import { openPayments, simulatedPayments } from './payments/open-payments.ts'
import { readPaymentSettings } from './payments/payment-settings.ts'
import type { FieldOffice } from '#work/field/field-office.ts'
import { openFieldKey } from './field-keys.ts'
import { listen } from './http.ts'
import { openIdentity } from './identity.ts'
import { described, type Log } from './log.ts'
import { messageOffices, noticeDesks } from './messages/message-offices.ts'
import type { MessageOffice } from './messages/open-messages.ts'
import { demonstrationKeys } from './signing/demonstration-keys.ts'
import { openNationalIdentities } from './national-identities.ts'
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
  /** Where the providers of payments are played; null where they are real, or there are none. */
  readonly simulator: string | null
  /** The same of the post. */
  readonly simulatedPost: string | null
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
  const field = new Map<string, FieldOffice>()
  for (const { slug } of centres) field.set(slug, await openFieldKey(config.dataDir, slug))
  const { payments, simulator } = await paymentOffices(config, centres, {
    clock,
    undoing,
    isPlayed: accounts.length > 0,
  })
  const { post, simulatedPost } = await postOffices(config, centres, {
    clock,
    undoing,
    isPlayed: accounts.length > 0,
  })
  const outbox = demonstration && config.isLoopback ? demonstrationOutbox(clock) : null
  const messages = await messageOffices(config, { centres, clock, outbox, pushSecret: secrets.push })
  const lookForViruses = config.clamd ? clamd(config.clamd).lookForViruses : undefined
  startJobs({ database, clock, log, undoing, payments, post, messages, lookForViruses })
  const desks = deskMaker({
    database,
    identity,
    clock,
    admitsDemonstration: config.isLoopback,
    signing,
    payments,
    post,
    field,
    messages,
    lookForViruses,
  })
  const changes = await openChanges(appUrl, onError)
  undoing.add(() => changes.stop())
  const nationals = await openNationalIdentities(config, centres, { now: clock(), log, undoing })
  const { trustProxy } = config
  const citizens = citizenDoors({ database, desks, identity, trustProxy, nationals, outbox })
  const doors = makeDoors({ config, desks, identity, log, changes, citizens })
  const app = houseApp({ config, doors, log, isReady: () => isReady(database) })
  undoing.add(await listen(app, config))
  return { centres, accounts, simulator, simulatedPost, stop: () => undoing.run() }
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

interface Playing {
  readonly clock: Clock
  readonly undoing: Undoing
  /** Whether the demonstration's accounts are admitted. */
  readonly isPlayed: boolean
}

/** Through whom every centre is paid; the demonstration through providers that are played on this machine. */
async function paymentOffices(
  config: Config,
  centres: readonly Centre[],
  { clock, undoing, isPlayed }: Playing,
): Promise<{ readonly payments: ReadonlyMap<string, PaymentOffice>; readonly simulator: string | null }> {
  const settings = config.payments === null ? [] : [...readPaymentSettings(config.payments)]
  const payments = new Map(settings.map(([slug, one]) => [slug, openPayments(one)]))
  const played = centres.find((one) => one.isDemonstration && isPlayed && !payments.has(one.slug))
  if (!played) return { payments, simulator: null }
  const simulated = await startSimulatedProviders({
    now: clock,
    noticeAt: (key) => `${config.baseUrl}/api/v1/payments/${key}/notice`,
    returnTo: `${config.baseUrl}/tra-cuu/nop-tien/ve`,
    secret: randomBytes(24).toString('base64url'),
  })
  undoing.add(() => simulated.stop())
  payments.set(played.slug, simulatedPayments(simulated))
  return { payments, simulator: simulated.origin }
}

/** The post of every centre that is joined to it; the demonstration has one that is played on this machine. */
async function postOffices(
  config: Config,
  centres: readonly Centre[],
  { clock, undoing, isPlayed }: Playing,
): Promise<{ readonly post: ReadonlyMap<string, PostCarrier>; readonly simulatedPost: string | null }> {
  const settings = config.post === null ? [] : [...readPostSettings(config.post)]
  const post = new Map(settings.map(([slug, one]) => [slug, openPost(one)]))
  const played = centres.find((one) => one.isDemonstration && isPlayed && !post.has(one.slug))
  if (!played) return { post, simulatedPost: null }
  const simulated = await startSimulatedPost({
    now: clock,
    noticeAt: `${config.baseUrl}/api/v1/post/notice`,
    secret: randomBytes(24).toString('base64url'),
  })
  undoing.add(() => simulated.stop())
  post.set(played.slug, vnpost(simulated.settings))
  return { post, simulatedPost: simulated.origin }
}

interface Jobs {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly undoing: Undoing
  readonly payments: ReadonlyMap<string, PaymentOffice>
  readonly post: ReadonlyMap<string, PostCarrier>
  readonly messages: ReadonlyMap<string, MessageOffice>
  readonly lookForViruses: LookForViruses | undefined
}

function startJobs({ database, clock, log, undoing, payments, post, messages, lookForViruses }: Jobs): void {
  const watch: Watch = {
    failed: (job, error) => log.warn({ job, error: described(error) }, 'job failed; it is tried again'),
    found: (centre, finding) => log.error({ centre, finding }, 'a promise is broken'),
  }
  const centres = () => database.centres()
  const noticesOf = ({ slug }: Centre) => messages.get(slug)?.notices
  const relay = startRelay(centres, watch)
  undoing.add(() => relay.stop())
  const sending = startSendingNotices(async () => noticeDesks(await centres(), clock(), noticesOf), watch)
  undoing.add(() => sending.stop())
  const desks = async () =>
    (await centres()).map((centre) => ({ centre, now: clock(), notices: noticesOf(centre) }))
  /** A desk for what happens by itself. */
  const unattended = (centre: Centre): Desk => ({ centre, now: clock(), actor: { kind: 'public' } })
  async function joined<Own>(owns: ReadonlyMap<string, Own>, deskOf: (centre: Centre, own: Own) => Desk) {
    return (await centres()).flatMap((centre) => {
      const own = owns.get(centre.slug)
      return own === undefined ? [] : [deskOf(centre, own)]
    })
  }
  const reminding = startReminding(desks, watch)
  undoing.add(() => reminding.stop())
  const paying = startPaymentWatch(
    () => joined(payments, (centre, own) => ({ ...unattended(centre), payments: own })),
    watch,
  )
  undoing.add(() => paying.stop())
  const quarantine = startCheckingQuarantine(
    async () => (await centres()).map((centre) => ({ centre, now: clock(), lookForViruses })),
    watch,
  )
  undoing.add(() => quarantine.stop())
  const carrying = startPostWatch(
    () => joined(post, (centre, own) => ({ ...unattended(centre), post: own, notices: noticesOf(centre) })),
    watch,
  )
  undoing.add(() => carrying.stop())
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
