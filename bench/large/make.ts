import { theSet } from './make-set.ts'
await theSet(Number(process.argv[2] ?? '50000'), process.env['BENCH_LARGE_DIR'] ?? '/tmp/mot-cua-large')
