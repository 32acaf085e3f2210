import { end, freePort, signInAll, startHouse } from '../../check/house-process.ts'
import { load } from '../load.ts'
for (const n of process.argv.slice(2)) {
  const dataDir = `/tmp/mot-cua-large/${n}`
  const t0 = performance.now()
  const house = await startHouse(dataDir, await freePort())
  console.log(n, 'start', ((performance.now() - t0) / 1000).toFixed(2))
  const tokens = await signInAll(house.origin, dataDir)
  for (const [post, path] of [
    ['handler', '/ban'], ['clerk', '/ban'], ['clerk', '/ban/tiep-nhan'], ['clerk', '/ban/tra'],
    ['director', '/ban/hom-nay'], ['director', '/ban/danh-sach'], ['director', '/ban/danh-sach?linh-vuc=H%E1%BB%99%20t%E1%BB%8Bch'], ['director', '/ban/danh-sach?han=overdue'],
    ['handler', '/ban/nhac-viec'], ['head', '/ban/phong'], ['director', '/ban/bao-cao?cach=calendar&ky=month&so=10&nam=2026'], ['director','/ban/bao-cao?cach=calendar&ky=year&so=1&nam=2025&bieu=II.06b'], ['clerk','/'],
  ] as const) {
    try {
      const r = await load(house.origin, 1, 1.5, () => ({ path, cookie: `phien=${tokens.get(post) ?? ''}` }), () => {})
      console.log(n, path, 'p50', r.p50.toFixed(1), 'p95', r.p95.toFixed(1), 'n', r.done, r.failed[0]?.slice(0, 100) ?? '')
    } catch (e) { console.log(path, String(e)) }
  }
  await end(house.process, 'SIGTERM')
}
