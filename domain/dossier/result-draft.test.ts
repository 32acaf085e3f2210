import { expect, test } from 'vitest'
import { draftToApprove } from './result-draft.ts'

const HASH = 'ab'.repeat(32)

test.each([
  ['a general page', { hasForm: false, newest: null, named: null, reviewed: HASH }, null],
  ['a general page by hand', { hasForm: false, newest: null, named: null, reviewed: null }, null],
  [
    'a draft where there is none',
    { hasForm: false, newest: null, named: 1, reviewed: HASH },
    'no-such-draft',
  ],
  ['drafts before a refusal count no more', { hasForm: false, newest: 2, named: null, reviewed: HASH }, null],
  ['a paper written elsewhere', { hasForm: true, newest: null, named: null, reviewed: null }, null],
  ['signed without a draft', { hasForm: true, newest: null, named: null, reviewed: HASH }, 'no-draft-yet'],
  ['a version nobody wrote', { hasForm: true, newest: null, named: 1, reviewed: HASH }, 'no-such-draft'],
  ['the newest, looked at', { hasForm: true, newest: 2, named: 2, reviewed: HASH }, 2],
  ['the newest, not looked at', { hasForm: true, newest: 2, named: 2, reviewed: null }, 'draft-not-reviewed'],
  ['past the draft', { hasForm: true, newest: 2, named: null, reviewed: null }, 'draft-not-reviewed'],
  ['an earlier one', { hasForm: true, newest: 2, named: 1, reviewed: HASH }, 'newer-draft'],
  ['one still to come', { hasForm: true, newest: 2, named: 3, reviewed: HASH }, 'no-such-draft'],
])('%s', (_, given, expected) => {
  const outcome = draftToApprove(given)
  expect(typeof outcome === 'object' && outcome ? outcome.refused : outcome).toBe(expected)
})
