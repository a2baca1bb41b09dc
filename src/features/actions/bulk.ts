import type { Instance } from '#contract/instance.ts'
import { formatGib } from '#lib/format.ts'
import type { BillingAction } from '#model/instance/actions.ts'
import { bulkPrice, type PriceChange } from '#model/pricing/action-price.ts'
import { atPriceText } from '#model/pricing/change-figure.ts'
import type { Operation } from '#operations/operation.ts'

/** What a bulk action will do, to whom, and to the cost per hour of those it touches. */
export interface BulkPlan extends PriceChange {
  doable: Instance[]
  notAllowed: { instance: Instance; reason: string }[]
}

/** Sorts out who can be acted on, and adds up what it costs them now and then. `disabledReason` says why one cannot. */
export const planBulk = (
  action: BillingAction,
  instances: readonly Instance[],
  disabledReason: (action: BillingAction, instance: Instance) => string | undefined,
): BulkPlan => {
  const doable: Instance[] = []
  const notAllowed: BulkPlan['notAllowed'] = []
  for (const instance of instances) {
    const reason = disabledReason(action, instance)
    if (reason === undefined) doable.push(instance)
    else notAllowed.push({ instance, reason })
  }
  return { doable, notAllowed, ...bulkPrice(action, doable) }
}

export const bulkWords: Record<BillingAction, { verb: string; accepted: string; done: string }> = {
  stop: { verb: 'Stop', accepted: 'Stop accepted', done: 'Stopped' },
  restart: { verb: 'Restart', accepted: 'Restart accepted', done: 'Running' },
  delete: { verb: 'Delete', accepted: 'Deleted', done: 'Deleted' },
}

/** What will come of it, in one sentence, for one instance or several. */
export const bulkSentence = (bulk: BillingAction, { doable, after }: BulkPlan): string => {
  const isOne = doable.length === 1
  switch (bulk) {
    case 'stop': {
      const price = atPriceText(after)
      const stays = isOne ? 'its disk stays' : 'their disks stay'
      return `What runs on ${isOne ? 'it' : 'them'} will end; ${stays}${price === null ? '' : `, ${price}`}.`
    }
    case 'restart':
      return isOne ? 'It will start again as it was.' : 'They will start again, each as it was.'
    case 'delete':
      return isOne
        ? 'Its name, address and password will go too.'
        : 'Their names, addresses and passwords will go too.'
  }
}

/** What deleting them takes away: the sum of their disks, or at least what is known of it. */
export const bulkLoss = ({ doable }: BulkPlan): { lead: string; figure: string } => {
  const sizes = doable.map(({ disk_size_gib: disk }) => disk)
  const known = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  const lead = sizes.includes(null) ? 'loses at least' : 'loses'
  return known === 0 ? { lead: 'loses', figure: 'all data' } : { lead, figure: formatGib(known) }
}

/** How one of a bulk run goes on, or went. */
export const progressText = (operation: Operation, bulk: BillingAction): string => {
  const { status, error, reason } = operation
  switch (status) {
    case 'queued':
      return 'waiting'
    case 'requested':
      return 'on its way…'
    case 'accepted':
      return bulkWords[bulk].accepted
    case 'confirmed':
      return bulkWords[bulk].done
    case 'overdue':
      return `${bulkWords[bulk].accepted}, not seen to happen`
    case 'failed':
      return 'It ended in error.'
    case 'dismissed':
      return 'Asked for again, or not waited for any more.'
    case 'cancelled':
      return `Not sent. ${reason ?? ''}`
    case 'unknown':
      return `${error?.message ?? ''} It is not known whether it was done.`
    default:
      return error?.message ?? 'Refused.'
  }
}
