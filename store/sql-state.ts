import { DatabaseError } from 'pg'

/** Errors are told apart by SQLSTATE, never by the name of a constraint or table. */
function hasState(error: unknown, ...states: string[]): boolean {
  return error instanceof DatabaseError && error.code !== undefined && states.includes(error.code)
}

export function isUniqueViolation(error: unknown): boolean {
  return hasState(error, '23505')
}

/** What is answered by what writes; false where what would be written is taken by another: then nothing was written. */
export async function unlessTaken(writing: Promise<boolean>): Promise<boolean> {
  try {
    return await writing
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/** Another transaction has it in hand at this moment. */
export function isBusy(error: unknown): boolean {
  return hasState(error, '55P03')
}

/** Some rule of the tables was broken; the statement has written nothing. */
export function isConstraintViolation(error: unknown): boolean {
  return error instanceof DatabaseError && error.code?.startsWith('23') === true
}
