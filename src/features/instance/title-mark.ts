import type { StateKind } from '#model/instance/states.ts'

/** The shape of a state as a character, so that a tab tells how its instance stands. */
export const titleMarks: Readonly<Record<StateKind, string>> = {
  running: '●',
  transition: '◌',
  stopped: '○',
  error: '▲',
  deleted: '×',
  unknown: '◌',
}
