import { theSet } from './make-set.ts'
await theSet(50000, '/tmp/mot-cua-large')
await theSet(5000000, '/tmp/mot-cua-large')
