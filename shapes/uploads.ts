import { z } from 'zod'

/** A file as it is announced, before any of it is sent. */
export const UploadToBegin = z.strictObject({
  name: z.string().max(2000),
  /** Bytes. */
  size: z.int().min(0),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
