import { hierarchy, treemap } from 'd3-hierarchy'

import type { Instance } from '#contract/instance.ts'
import { largest } from '#lib/largest.ts'
import { type Usd, ZERO } from '#lib/money.ts'
import { compareNatural } from '#lib/text.ts'
import { hourlyCost } from '#model/pricing/cost.ts'

/** So many tiles can be told apart; the cheapest beyond them are one. */
export const mostTiles = 60

/** A tile of the picture: an instance, or the cheapest ones of a large fleet together. */
export interface Tile {
  /** A uuid; `others` for what stands for several. */
  key: string
  /** How many instances it stands for. */
  count: number
  /** What is known of its cost now, above zero: nano-dollars an hour. */
  known: Usd
}

export const others = 'others'

/** What costs something now as tiles, the dearest first, the others last. What has no known price has no area, and so no tile. */
export const tilesOf = (instances: readonly Instance[], most = mostTiles): Tile[] => {
  const all = instances
    .map((instance) => ({ instance, known: hourlyCost(instance).now.known }))
    .filter(({ known }) => known > ZERO)
  const isCut = all.length > most
  const tiles = largest(all, isCut ? most - 1 : most, (a, b) =>
    a.known === b.known ? compareNatural(a.instance.name, b.instance.name) : a.known < b.known ? 1 : -1,
  ).map(({ instance: { uuid }, known }): Tile => ({ key: uuid, count: 1, known }))
  if (!isCut) return tiles
  const sum = (some: readonly { known: Usd }[]) => some.reduce((total, { known }) => total + known, ZERO)
  return [...tiles, { key: others, count: all.length - tiles.length, known: sum(all) - sum(tiles) }]
}

/** Where a tile stands: parts of the picture's width and height, 0 to 1. */
export interface Placed extends Tile {
  x: number
  y: number
  width: number
  height: number
}

/** A square stays one in a picture that is `ratio` times as wide as it is high. */
export const placeTiles = (tiles: readonly Tile[], ratio: number): Placed[] => {
  if (tiles.length === 0) return []
  const root = hierarchy<{ tile?: Tile; children?: { tile: Tile }[] }>({
    children: tiles.map((tile) => ({ tile })),
  }).sum(({ tile }) => Number(tile?.known ?? 0))
  const laid = treemap<{ tile?: Tile }>().size([ratio, 1])(root)
  return laid
    .leaves()
    .flatMap(({ data: { tile }, x0, x1, y0, y1 }) =>
      tile === undefined
        ? []
        : [{ ...tile, x: x0 / ratio, y: y0, width: (x1 - x0) / ratio, height: y1 - y0 }],
    )
}
