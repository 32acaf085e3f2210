import { expect, test } from 'vitest'
import { pinFault } from './pin.ts'

test.each([
  ['204816', null],
  ['123457', null],
  ['204816204816', null],
  ['20481', 'not-digits'],
  ['2048162048160', 'not-digits'],
  ['2048 16', 'not-digits'],
  ['20481a', 'not-digits'],
  ['', 'not-digits'],
  ['111111', 'too-plain'],
  ['123456', 'too-plain'],
  ['987654', 'too-plain'],
] as const)('the PIN %s is %s', (pin, fault) => {
  expect(pinFault(pin)).toBe(fault)
})
