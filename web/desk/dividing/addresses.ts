import type { Heat } from '#domain/dossier/heat.ts'
import type { Post } from '#domain/people/may.ts'
import { listAddress } from '../lists/list-address.ts'

/** Addresses of dividing the work; units and persons of the centre stand in them by their codes and ids. */

export const DIVISION = '/ban/phong'
export const GIVING = '/ban/phong/giao'
export const ABSENCE = '/ban/phong/vang'
export const DELEGATING = '/ban/phong/uy-quyen'

/** The lists nobody has taken from, where a person's id would stand. */
export const NOBODY = 'chung'

export function divisionOf(unit: string): `/${string}` {
  return `${DIVISION}?${new URLSearchParams({ donVi: unit })}`
}

export function delegatingOf(unit: string): `/${string}` {
  return `${DELEGATING}?${new URLSearchParams({ donVi: unit })}`
}

export function givingOf(
  unit: string,
  whose: { readonly staff: string } | { readonly post: Post },
): `/${string}` {
  const who = 'staff' in whose ? { nguoi: whose.staff } : { nguoi: NOBODY, viTri: whose.post }
  return `${GIVING}?${new URLSearchParams({ donVi: unit, ...who })}`
}

/** The list behind a number of the table. */
export function listOf(
  unit: string,
  who: { readonly staff: string } | { readonly post: Post },
  heat: Heat | null,
): string {
  return listAddress('/ban/danh-sach', {
    asked: {
      holderUnit: unit,
      stage: 'in-process',
      ...('staff' in who ? { holder: who.staff } : { post: who.post, only: 'unclaimed' }),
      ...(heat && { due: heat }),
    },
  })
}
