import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const never = ['node_modules/**', 'data/**']

/*
 * Test files of a project share what they import (`isolate: false`): no module keeps anything that a test could see of
 * another, and reading the program anew for each of 250 files took minutes.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A test that waits for a page or the database leaves its processor to another.
    maxWorkers: availableParallelism() + 1,
    // What is waited for comes late on a busy machine; what never comes fails all the same.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default', './check/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          isolate: false,
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/*.{db,kill,e2e}.test.ts', ...never],
          // Properties of a thousand histories take their time on a busy machine.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          isolate: false,
          include: ['**/*.db.test.ts'],
          exclude: never,
          globalSetup: ['./server/test-postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          isolate: false,
          include: ['**/*.e2e.test.ts'],
          exclude: never,
          globalSetup: ['./e2e/prepared-data.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'reliability',
          include: ['**/*.kill.test.ts'],
          exclude: never,
        },
      },
    ],
  },
})
