/** The words in which offices differ when they read out a number. */
export const NUMBER_WORDS = {
  /** What stands for a ten that is nought: 105 is "một trăm lẻ năm" or "một trăm linh năm". */
  zeroTen: ['lẻ', 'linh'],
  /** 1.000 is "một nghìn" or "một ngàn". */
  thousand: ['nghìn', 'ngàn'],
  /** A four after "mươi": 24 is "hai mươi tư" or "hai mươi bốn". */
  four: ['tư', 'bốn'],
} as const

/** How a centre reads numbers on its papers. */
export type NumberReading = {
  readonly [word in keyof typeof NUMBER_WORDS]: (typeof NUMBER_WORDS)[word][number]
}

/** The reading of a centre that says nothing about it. */
export const COMMON_READING: NumberReading = { zeroTen: 'lẻ', thousand: 'nghìn', four: 'tư' }
