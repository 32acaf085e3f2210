import { expect, test } from 'vitest'
import { testCentre } from './test-centre.ts'

test('a test gets a centre of its own, with the law of Đông Triều when it asks for it', async () => {
  const [one, another] = await Promise.all([testCentre({ imported: true }), testCentre()])
  try {
    const count = async ({ centre }: typeof one) =>
      (await centre.db.selectFrom('procedure').select('key').execute()).length
    expect(await count(one)).toBeGreaterThan(200)
    expect(await count(another)).toBe(0)
  } finally {
    await Promise.all([one.close(), another.close()])
  }
})
