import type pg from 'pg'
import { REGISTRY_SCHEMA } from './database.ts'
import { applyGrants, ensureAppRole } from './grants.ts'
import { migrate } from './migrate.ts'
import { asOwner } from './owner.ts'

export interface OwnerAccess {
  /** Connection of the database's owner, who may make schemas and roles. */
  readonly ownerUrl: string
  readonly appPassword: string
}

export interface CentreToOpen {
  readonly slug: string
  readonly name: string
  readonly host: string | null
  readonly isDemonstration: boolean
  readonly at: Temporal.Instant
}

/** `dong-trieu` lives in the schema `c_dong_trieu`. */
export function schemaOf(slug: string): string {
  return `c_${slug.replaceAll('-', '_')}`
}

/** Brings the registry and every centre forward and sets the program's rights; safe to run again and twice at once. */
export function migrateAll({
  ownerUrl,
  appPassword,
}: OwnerAccess): Promise<ReadonlyMap<string, readonly string[]>> {
  return asOwner(ownerUrl, async (owner) => {
    await ensureAppRole(owner, appPassword)
    const applied = new Map([[REGISTRY_SCHEMA, await migrate(owner, 'registry', REGISTRY_SCHEMA)]])
    await applyGrants(owner, 'registry', REGISTRY_SCHEMA)
    const { rows } = await owner.query<{ schema_name: string }>(
      `select schema_name from ${REGISTRY_SCHEMA}.centre order by schema_name`,
    )
    for (const { schema_name: schema } of rows) applied.set(schema, await bringForward(owner, schema))
    return applied
  })
}

/**
 * Opens a centre: its schema, its tables, the program's rights, and last its line in the registry, so that a centre
 * is there as a whole or not at all. Answers false when there is one of that slug already. What an opening that was
 * cut off left behind is taken up by the next one.
 */
export function openCentre(ownerUrl: string, centre: CentreToOpen): Promise<boolean> {
  return asOwner(ownerUrl, async (owner) => {
    const known = await owner.query(`select 1 from ${REGISTRY_SCHEMA}.centre where slug = $1`, [centre.slug])
    if (known.rowCount !== 0) return false
    await bringForward(owner, schemaOf(centre.slug))
    await owner.query(
      `insert into ${REGISTRY_SCHEMA}.centre (slug, schema_name, name, host, is_demonstration, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        centre.slug,
        schemaOf(centre.slug),
        centre.name,
        centre.host,
        centre.isDemonstration,
        centre.at.toString(),
      ],
    )
    return true
  })
}

async function bringForward(owner: pg.Client, schema: string): Promise<readonly string[]> {
  const applied = await migrate(owner, 'centre', schema)
  await applyGrants(owner, 'centre', schema)
  return applied
}
