import { z } from 'zod'
import type { CalendarData } from '#domain/calendar/calendar-data.ts'
import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { LapseRule } from '#domain/dossier/prompts.ts'
import { DEVICE_CODE_LENGTH } from '#domain/outreach/device-code.ts'
import type { EverydayWords } from '#domain/finding/everyday-words.ts'
import type { PlainName } from '#domain/finding/guide.ts'
import type { HomeGround } from '#domain/outreach/home-rules.ts'
import type { Place } from '#domain/procedure/address.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import type { Form } from '#domain/procedure/form.ts'
import type { Component, Procedure } from '#domain/procedure/procedure.ts'
import { text } from '../text.ts'

/** A P-256 public key as browsers export it. */
export const PublicJwk = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[\w-]{43}$/),
  y: z.string().regex(/^[\w-]{43}$/),
})
export type PublicJwk = z.output<typeof PublicJwk>

/** A device asks in with the code its owner was shown at the desk. */
export const DeviceToRegister = z.strictObject({
  code: z
    .string()
    .max(40)
    .overwrite((typed) => typed.replace(/[\s-]+/g, '').toUpperCase())
    .pipe(z.string().length(DEVICE_CODE_LENGTH)),
  name: text(80).describe('As its owner calls it'),
  publicKey: PublicJwk.describe('ECDSA, signs its packets'),
})
export type DeviceToRegister = z.output<typeof DeviceToRegister>

export interface DeviceRegistered {
  readonly device: string
  /** Opens the doors of field work; shown once. */
  readonly token: string
  readonly staff: { readonly id: string; readonly name: string }
  readonly now: string
}

export const OutingNamed = z.strictObject({ kind: z.enum(['session', 'home-visit']), id: z.uuid() })
export type OutingNamed = z.output<typeof OutingNamed>

/** A session or a visit somebody goes to. */
export interface Outing extends OutingNamed {
  readonly on: string
  /** Minutes of the day in Vietnam; null where no hour is agreed. */
  readonly opens: number | null
  readonly closes: number | null
  readonly place: string
  readonly communeName: string
}

export interface Outings {
  readonly now: string
  readonly outings: readonly Outing[]
}

export const ProvisionToMake = z.strictObject({
  id: z.uuid({ version: 'v7' }).describe('UUIDv7 made by the device; repeat it to get the same again'),
  outing: OutingNamed,
  days: z.int().min(1).max(3).default(1).describe('For how many days numbers are leased, from its day on'),
})
export type ProvisionToMake = z.output<typeof ProvisionToMake>

/** Numbers of dossiers that are this device's alone on a day; both ends belong to it. */
export interface NumbersLeased {
  readonly on: string
  /** Opens the dossier codes of the day. */
  readonly identifier: string
  readonly first: number
  readonly last: number
}

/** Somebody who registered for a slot of the session. */
export interface RegisteredFor {
  readonly id: string
  /** Minute of the day. */
  readonly slot: number
  readonly name: string
  readonly phone: string
  readonly procedure: string | null
}

/** Who is visited at home. */
export interface PersonToVisit {
  readonly id: string
  readonly code: string
  readonly name: string
  /** A day, a month or a year. */
  readonly born: string | null
  readonly phone: string | null
  readonly address: string
  readonly hamlet: string
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly wish: string
  readonly ground: HomeGround | null
}

/** A result that lies ready and can be brought along. */
export interface ResultToBring {
  readonly code: string
  readonly version: number
  readonly step: string
  readonly procedure: string
  readonly procedureName: string
  readonly ownerName: string
  readonly applicantName: string
  /** The last four of the identity number, where one was given. */
  readonly idNumberEnd: string | null
  readonly isRefused: boolean
  /** Originals to take back for it, and papers to give back with it. */
  readonly toWithdraw: readonly Component[]
  readonly toGiveBack: readonly Component[]
}

/** All a device needs for an outing without a network. */
export interface Provision {
  readonly id: string
  readonly now: string
  readonly lawVersion: number
  readonly centre: { readonly name: string; readonly isDemonstration: boolean }
  readonly officer: {
    readonly id: string
    readonly name: string
    /** Units whose receipts this person signs; the first is the usual place of receipt. */
    readonly units: readonly string[]
  }
  readonly outing: Outing & {
    readonly team: readonly { readonly id: string; readonly name: string }[]
    /** Code of the commune's unit: the place of support. */
    readonly commune: string
    readonly equipment: string
    readonly person: PersonToVisit | null
  }
  readonly units: readonly { readonly code: string; readonly name: string }[]
  /** Versions in force on any of the days. */
  readonly procedures: readonly Procedure[]
  /** Names for those who read English, by key. */
  readonly englishNames: { readonly [procedure: string]: string }
  /** By which procedures are found although they are called otherwise. */
  readonly guide: {
    readonly plainNames: { readonly [procedure: string]: PlainName }
    readonly everydayWords: readonly EverydayWords[]
  }
  readonly forms: readonly Form[]
  readonly places: readonly Place[]
  readonly calendars: { readonly counting: CalendarData; readonly reception: CalendarData }
  readonly dataSources: readonly DataSource[]
  readonly ruleSets: readonly {
    readonly key: string
    readonly from: string
    readonly codeIdentifier: string
    readonly transfer: PaperTransfer | null
    readonly lapse: LapseRule
  }[]
  readonly numbers: readonly NumbersLeased[]
  /** ECDH; packets are sealed to it. */
  readonly publicKey: PublicJwk
  readonly registrations: readonly RegisteredFor[]
  readonly results: readonly ResultToBring[]
}
