import { useLayoutEffect, useRef, useState } from 'react'

import type { Instance } from '#contract/instance.ts'

/** What is chosen for a bulk action: always only what is both chosen and visible. */
export interface Selection {
  has: (uuid: string) => boolean
  selected: readonly Instance[]
  isAll: boolean
  isSome: boolean
  /** With `withRange` (Shift), also everything between this row and the one chosen before. Always the same function. */
  toggle: (uuid: string, isSelected: boolean, withRange: boolean) => void
  toggleAll: (isSelected: boolean) => void
  /** Several at once, such as a group. */
  toggleMany: (uuids: readonly string[], isSelected: boolean) => void
  clear: () => void
}

const between = (visible: readonly Instance[], from: string, to: string): string[] => {
  const ends = [from, to].map((uuid) => visible.findIndex((instance) => instance.uuid === uuid))
  const [start, end] = [Math.min(...ends), Math.max(...ends)]
  return start < 0 ? [to] : visible.slice(start, end + 1).map(({ uuid }) => uuid)
}

export const useSelection = (visible: readonly Instance[]): Selection => {
  const [{ chosen }, setState] = useState<{ chosen: ReadonlySet<string>; last: string | null }>({
    chosen: new Set(),
    last: null,
  })
  const selected = visible.filter(({ uuid }) => chosen.has(uuid))

  // Every row has `toggle`: one that changed along with what is visible would render them all.
  const latest = useRef(visible)
  useLayoutEffect(() => {
    latest.current = visible
  }, [visible])
  const toggle = (uuid: string, isSelected: boolean, withRange: boolean) => {
    const rows = latest.current
    setState((before) => {
      const touched = withRange && before.last !== null ? between(rows, before.last, uuid) : [uuid]
      const next = new Set(before.chosen)
      for (const one of touched) {
        if (isSelected) next.add(one)
        else next.delete(one)
      }
      return { chosen: next, last: uuid }
    })
  }

  return {
    has: (uuid) => chosen.has(uuid),
    selected,
    isAll: selected.length > 0 && selected.length === visible.length,
    isSome: selected.length > 0 && selected.length < visible.length,
    toggle,
    toggleAll: (isSelected) => {
      setState({ chosen: new Set(isSelected ? visible.map(({ uuid }) => uuid) : []), last: null })
    },
    toggleMany: (uuids, isSelected) => {
      setState(({ chosen: before }) => {
        const next = new Set(before)
        for (const uuid of uuids) {
          if (isSelected) next.add(uuid)
          else next.delete(uuid)
        }
        return { chosen: next, last: null }
      })
    },
    clear: () => {
      setState({ chosen: new Set(), last: null })
    },
  }
}
