/** The mark of the house: a door with a golden knob. */
export function DoorMark() {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect width="36" height="36" rx="8" fill="#8C1D2F" />
      <path d="M11 29V14a7 7 0 0 1 14 0v15z" fill="#fff" />
      <circle cx="21" cy="21" r="1.6" fill="#C58B1B" />
    </svg>
  )
}
