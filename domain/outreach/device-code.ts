/** The code by which a device asks in: letters and digits nobody mistakes for each other, 49 bits of them. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const DEVICE_CODE_LENGTH = 10
export const DEVICE_CODE_MINUTES = 15

/** A code from ten random numbers, each up to 65,535. */
export function deviceCode(random: Uint16Array): string {
  return Array.from(random.subarray(0, DEVICE_CODE_LENGTH), (one) =>
    ALPHABET.charAt(one % ALPHABET.length),
  ).join('')
}

export const DEVICE_STATES = ['active', 'lost', 'removed'] as const
export type DeviceState = (typeof DEVICE_STATES)[number]
