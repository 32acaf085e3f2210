import type { NumberReading } from '#domain/number-reading.ts'
import type { WithDatabase } from './law.ts'

/** How the centre reads out numbers. */
export async function numberReading({ db }: WithDatabase): Promise<NumberReading> {
  const row = await db
    .selectFrom('number_reading')
    .select(['zero_ten as zeroTen', 'thousand', 'four'])
    .executeTakeFirstOrThrow()
  return row as NumberReading
}

export async function setNumberReading(
  { db }: WithDatabase,
  { zeroTen, thousand, four }: NumberReading,
): Promise<void> {
  await db.updateTable('number_reading').set({ zero_ten: zeroTen, thousand, four }).execute()
}
