import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { joinLedgers } from './join.ts'
import { anyLives, anyPolls, ledgerOf, sightingsOf } from './ledger.fixture.ts'
import { emptyLedger } from './ledger.ts'

test('a ledger that went on in another browser is joined to what one browser would have seen', () => {
  fc.assert(
    fc.property(anyLives, anyPolls, fc.nat(), (lives, polls, cut) => {
      const all = sightingsOf(lives, polls)
      const border = cut % all.length
      const earlier = ledgerOf(all.slice(0, border))
      const later = ledgerOf(all.slice(border))
      expect(joinLedgers(later, earlier)).toEqual(ledgerOf(all))
    }),
  )
})

test('what both have seen counts once, by what is here', () => {
  fc.assert(
    fc.property(anyLives, anyPolls, fc.nat(), (lives, polls, cut) => {
      const all = sightingsOf(lives, polls)
      const here = ledgerOf(all.slice(cut % all.length))
      expect(joinLedgers(here, here)).toBe(here)
      expect(joinLedgers(emptyLedger, here)).toBe(here)
      const from = here.watches[0]?.from ?? 0
      const joined = joinLedgers(here, ledgerOf(all))
      expect(joined.watches.at(-1)).toMatchObject({ to: here.watches.at(-1)?.to })
      const starts = joined.watches.map((watch) => watch.from)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      for (const [uuid, { entries }] of here.instances)
        expect(joined.instances.get(uuid)?.entries.filter(({ at }) => at > from)).toEqual(
          entries.filter(({ at }) => at > from),
        )
    }),
  )
})
