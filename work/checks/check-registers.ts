import type { Centre } from '#store/database.ts'
import { registerFaults } from '#store/register-checks.ts'
import type { Finding } from './finding.ts'

/** The registers of certifications have no gap, and every entry is that of a signed dossier. */
export async function checkRegisters(centre: Centre): Promise<Finding[]> {
  return (await registerFaults(centre)).map(({ fault, book, year, number, code }) => ({
    promise: 'registers-whole',
    code,
    found: `${fault} at ${[book, year, number].filter((one) => one !== null).join('/')}`,
  }))
}
