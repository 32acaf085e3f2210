import type { Finding } from '#work/checks/finding.ts'

/** Who is told what the jobs come upon: the server writes it to its log. */
export interface Watch {
  /** A job could not be done now; it is tried again. */
  failed(job: string, error: unknown): void
  /** A promise is broken: somebody must look. */
  found(centre: string, finding: Finding): void
}
