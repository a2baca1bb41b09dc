import type { Instance } from '#contract/instance.ts'
import { createBatch } from '#lib/batch.ts'
import { MINUTE } from '#lib/time.ts'
import type { BillingAction } from '#model/instance/actions.ts'
import type { LedgerTime } from '#model/ledger/clock.ts'
import { emptyLedger, type Ledger, withoutFuture } from '#model/ledger/ledger.ts'
import { type AcceptedAction, observe, observeActions, type Sighting } from '#model/ledger/observe.ts'

import { watchForgetting } from './forgotten.ts'
import { changeLedger } from './ledger.ts'

/** How long a watch may go on before its end is written: what a crash may cost of it. */
const writeEvery = MINUTE

/** The actions of a bulk run are written together. Milliseconds. */
const actionsWithin = 200

/** Takes down what a tab sees of one account, until that is forgotten. */
export interface LedgerRecorder {
  /** Times of sightings and actions are those of `time`. */
  sight: (sighting: Sighting) => void
  /** An action of this tab that the service accepted at `at` (ms). */
  action: (action: BillingAction, instance: Instance, at: number) => void
  /** Writes what has not been written yet: the page may be closed next. */
  flush: () => void
}

/** `change` is the store's. */
export const createLedgerRecorder = (
  connection: string,
  time: () => LedgerTime,
  change: typeof changeLedger = changeLedger,
): LedgerRecorder => {
  const isForgotten = watchForgetting()
  /** As far as this tab knows; the store may know more, from other tabs. */
  let ledger: Ledger = emptyLedger
  /** The newest sighting that told nothing new. */
  let unwritten: Sighting | null = null
  let writtenAt: number | null = null

  const write = async (sightings: readonly Sighting[], accepted: readonly AcceptedAction[] = []) => {
    unwritten = null
    writtenAt = time().now
    ledger = await change(
      connection,
      time(),
      (stored) => observeActions(sightings.reduce(observe, stored), accepted),
      isForgotten,
    )
  }
  const rest = () => (unwritten === null ? [] : [unwritten])
  const actions = createBatch<AcceptedAction>((accepted) => void write(rest(), accepted), actionsWithin)

  return {
    sight: (sighting) => {
      actions.flush()
      const before = ledger
      ledger = observe(withoutFuture(before, time()), sighting)
      const isNews = ledger.instances !== before.instances || ledger.watches.length !== before.watches.length
      const isDue = writtenAt === null || Math.abs(time().now - writtenAt) >= writeEvery
      if (isNews || isDue) void write([...rest(), sighting])
      else unwritten = sighting
    },
    action: (action, instance, at) => {
      actions.add({ action, instance, at })
    },
    flush: () => {
      actions.flush()
      if (unwritten !== null) void write([unwritten])
    },
  }
}
