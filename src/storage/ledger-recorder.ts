import type { Instance } from '#contract/instance.ts'
import { createBatch } from '#lib/batch.ts'
import { MINUTE } from '#lib/time.ts'
import type { BillingAct } from '#model/ledger/facts.ts'
import { emptyLedger, type Ledger, withoutFuture } from '#model/ledger/ledger.ts'
import { observe, observeAct, type Sighting } from '#model/ledger/observe.ts'

import { changeLedger } from './ledger.ts'

/** How long a watch may go on before its end is written: what a crash may cost of it. */
const writeEvery = MINUTE

/** The acts of a bulk run are written together. Milliseconds. */
const actsWithin = 200

interface Acted {
  act: BillingAct
  instance: Instance
  at: number
}

/** Takes down what a tab sees of one account. */
export interface LedgerRecorder {
  sight: (sighting: Sighting) => void
  /** An act of this tab that the service accepted at `at` (ms). */
  act: (act: BillingAct, instance: Instance, at: number) => void
  /** Writes what has not been written yet: the page may be closed next. */
  flush: () => void
}

/** `change` is the store's; `now` in ms since the epoch. */
export const createLedgerRecorder = (
  connection: string,
  now: () => number,
  change: typeof changeLedger = changeLedger,
): LedgerRecorder => {
  /** As far as this tab knows; the store may know more, from other tabs. */
  let ledger: Ledger = emptyLedger
  /** The newest sighting that told nothing new. */
  let unwritten: Sighting | null = null
  let writtenAt: number | null = null

  const write = async (sightings: readonly Sighting[], acted: readonly Acted[] = []) => {
    unwritten = null
    writtenAt = now()
    ledger = await change(connection, now(), (stored) =>
      acted.reduce(
        (seen, { act, instance, at }) => observeAct(seen, act, instance, at),
        sightings.reduce(observe, withoutFuture(stored, now())),
      ),
    )
  }
  const rest = () => (unwritten === null ? [] : [unwritten])
  const acts = createBatch<Acted>((acted) => void write(rest(), acted), actsWithin)

  return {
    sight: (sighting) => {
      acts.flush()
      const before = ledger
      ledger = observe(withoutFuture(before, now()), sighting)
      const isNews = ledger.instances !== before.instances || ledger.watches.length !== before.watches.length
      const isDue = writtenAt === null || Math.abs(now() - writtenAt) >= writeEvery
      if (isNews || isDue) void write([...rest(), sighting])
      else unwritten = sighting
    },
    act: (act, instance, at) => {
      acts.add({ act, instance, at })
    },
    flush: () => {
      acts.flush()
      if (unwritten !== null) void write([unwritten])
    },
  }
}
