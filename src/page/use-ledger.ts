import { useEffect, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { MINUTE } from '#lib/time.ts'
import { ledgerWritten, loadLedger } from '#storage/ledger.ts'
import type { Ledger } from '#model/ledger.ts'

/**
 * What this browser saw of the account's costs, null until it is read: when the page opens, when this tab takes something down,
 * and every minute for what other tabs do. Not read at all while it is not wanted.
 */
export const useLedger = (isWanted = true): Ledger | null => {
  const { connectionId } = useApi()
  const [ledger, setLedger] = useState<Ledger | null>(null)

  useEffect(() => {
    if (!isWanted) return undefined
    let isOpen = true
    const load = async () => {
      const loaded = await loadLedger(connectionId)
      if (isOpen) setLedger(loaded)
    }
    void load()
    const stopListening = ledgerWritten.listen((written) => {
      if (written === connectionId) void load()
    })
    const timer = setInterval(() => void load(), MINUTE)
    return () => {
      isOpen = false
      stopListening()
      clearInterval(timer)
    }
  }, [connectionId, isWanted])
  return ledger
}
