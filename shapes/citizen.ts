import { z } from 'zod'
import { NOTICE_LANGUAGES, NOTICE_WAYS } from '#domain/notices/notice.ts'
import { MOST_ENDPOINT } from '#domain/notices/push-services.ts'
import { text } from './text.ts'

/** What a citizen says of himself. */
export const MyselfToState = z.strictObject({
  name: text(120),
  bornOn: z.iso.date(),
  idNumber: text(20)
    .overwrite((value) => value.replace(/\s/g, ''))
    .regex(/^(?:\d{9}|\d{12})$/)
    .nullable()
    .default(null),
})
export type MyselfToState = z.output<typeof MyselfToState>

const minute = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))

/** A browser that shall show what is pushed to it, as it says itself. */
export const DeviceToKeep = z.strictObject({
  endpoint: z.string().max(MOST_ENDPOINT),
  /** A point of P-256, uncompressed. */
  p256dh: z.string().regex(/^B[\w-]{86}$/),
  /** 16 bytes. */
  auth: z.string().regex(/^[\w-]{22}$/),
})
export type DeviceToKeep = z.output<typeof DeviceToKeep>

/** How a citizen wants to be told what becomes of his dossiers. */
export const NoticesToChoose = z.strictObject({
  language: z.enum(NOTICE_LANGUAGES),
  ways: z.array(z.enum(NOTICE_WAYS)).max(NOTICE_WAYS.length).default([]),
  quiet: z.enum(['centre', 'own', 'none']),
  begins: minute,
  ends: minute,
})
export type NoticesToChoose = z.output<typeof NoticesToChoose>
