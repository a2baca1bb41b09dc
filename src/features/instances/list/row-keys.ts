import type { KeyboardEvent } from 'react'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Up and down lead from row to row, staying in the same column of controls: from name to name, from menu to menu. The browser's
 * own Tab order is left as it is.
 */
export const moveBetweenRows = (event: KeyboardEvent<HTMLElement>): void => {
  const step = steps[event.key]
  const { target } = event
  if (
    step === undefined ||
    !(target instanceof HTMLElement) ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey
  )
    return
  const cell = target.closest('td')
  const row = target.closest('tr')
  if (cell === null || row === null || !event.currentTarget.contains(row)) return

  const control = [...cell.querySelectorAll('a, button, input')].indexOf(target)
  const rows = [...event.currentTarget.querySelectorAll('tr')].filter(
    (one) => one.querySelector('td a') !== null,
  )
  const next =
    rows[rows.indexOf(row) + step]?.cells[cell.cellIndex]?.querySelectorAll<HTMLElement>('a, button, input')
  const wanted = next?.[Math.min(control, next.length - 1)]
  if (wanted === undefined) return
  event.preventDefault()
  wanted.focus()
}
