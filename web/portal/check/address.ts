/** Where anybody checks a result that was handed to him. */
export const CHECK = '/kiem-tra'
