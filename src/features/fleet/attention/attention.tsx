import { useQuery } from '@tanstack/react-query'
import ChevronDown from 'lucide-react/icons/chevron-down'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type ReactNode, useEffect, useRef, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { perObject } from '#lib/per-object.ts'
import { sumCosts } from '#model/pricing/cost.ts'
import { atLeastMonthly } from '#model/pricing/amount-text.ts'
import { MINUTE } from '#lib/time.ts'
import { stateSinceOf } from '#model/instance/state-since.ts'
import { monthBudget } from '#model/pricing/budget.ts'
import { attention, type Finding, withDismissal, withoutDismissal } from '#model/usage/findings.ts'
import { type ActionRequest, useAsk } from '#operations/action-requests.ts'
import { useNow } from '#page/use-now.ts'
import { useTimeLimit } from '#page/use-on-its-way.ts'
import { monthlyBudget } from '#storage/money.ts'
import { dismissals, statesSeen } from '#storage/instances.ts'
import { useStored } from '#storage/stored-value.ts'
import { idleQuery, idleSinceOf } from '#storage/idle-query.ts'
import { ledgerQuery } from '#storage/stored-queries.ts'
import { cx } from '#ui/cx.ts'
import { AnchoredPopover } from '#ui/popover.tsx'
import { showToast } from '#ui/toast-store.ts'

import { FindingCell, FindingRow } from './finding-row.tsx'

const byUuid = perObject(
  (instances: readonly Instance[]) => new Map(instances.map((instance) => [instance.uuid, instance])),
)

/** What asks for attention as far as this browser knows, the dearest first, and how to wave one away and back. */
const useFindings = (instances: readonly Instance[]) => {
  const api = useApi()
  const { connectionId } = api
  const now = useNow(MINUTE)
  const stored = dismissals.of(connectionId)
  const amount = useStored(monthlyBudget.of(connectionId))
  const { data: ledger = null, isLoading } = useQuery({ ...ledgerQuery(api), enabled: amount !== null })
  const stateSince = stateSinceOf(useStored(statesSeen.of(connectionId)))
  const { data: idle, isPending } = useQuery(idleQuery(api, instances))
  const idleSince = idleSinceOf(idle)
  const limitOf = useTimeLimit(instances)
  const findings = attention(
    {
      instances,
      seen: { stateSince, idleSince, limitOf },
      budget: amount === null || ledger === null ? null : monthBudget(amount, ledger, instances, now),
      dismissals: useStored(stored),
    },
    now,
  )
  return {
    findings,
    /** What is stored has not been read yet, so the dearest may be missing. */
    isPending: isPending || isLoading,
    /** False where the browser did not store it: then it is back after a reload. */
    dismiss: ({ key }: Finding): boolean => stored.write(withDismissal(stored.read(), key, Date.now())),
    restore: ({ key }: Finding) => {
      stored.write(withoutDismissal(stored.read(), key))
    },
  }
}

/** What all of them cost in a month; null where it is nothing. What is over a budget is no cost of its own. */
const stakeOf = (findings: readonly Finding[]): string | null => {
  const stake = sumCosts(findings.filter(({ uuid }) => uuid !== null).map(({ monthly }) => monthly))
  return stake.known > ZERO ? atLeastMonthly(stake) : null
}

interface Slot {
  key: string
  /** Null for one that is gone, whose place is kept. */
  finding: Finding | null
}

/** The findings in the order that is held: what is gone leaves its place empty, and what is new comes last. */
const slotsOf = (findings: readonly Finding[], held: readonly string[] | null): Slot[] => [
  ...(held ?? []).map((key) => ({ key, finding: findings.find((finding) => finding.key === key) ?? null })),
  ...findings
    .filter(({ key }) => held?.includes(key) !== true)
    .map((finding) => ({ key: finding.key, finding })),
]

/** The findings by rank, and what comes later after them, until they are ranked anew. */
const useArrivals = (findings: readonly Finding[], isPending: boolean) => {
  const [order, setOrder] = useState<readonly string[]>([])
  const present = new Map(findings.map((finding) => [finding.key, finding]))
  const before = order.filter((key) => present.has(key))
  const arrived = [...new Set([...before, ...present.keys()])]
  if (!isPending && arrived.join(' ') !== order.join(' ')) setOrder(arrived)
  return {
    present: isPending ? [] : arrived.flatMap((key) => present.get(key) ?? []),
    rankAnew: () => setOrder([]),
  }
}

/**
 * What asks for a person's eye, by what is at stake in a month, each with the one action for it: a strip that is always in its place,
 * and a list of all of them over it. New ones show at once, after the others; they are ranked anew when the pointer leaves them.
 */
const Attention = ({ instances }: { instances: readonly Instance[] }): ReactNode => {
  const ask = useAsk()
  const box = useRef<HTMLDivElement>(null)
  const hadFocus = useRef(false)
  const { findings, isPending, dismiss, restore } = useFindings(instances)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [held, setHeld] = useState<readonly string[] | null>(null)

  const instanceOf = ({ uuid }: Finding) => byUuid(instances).get(uuid ?? '') ?? null
  const { present, rankAnew } = useArrivals(
    findings.filter((finding) => finding.uuid === null || instanceOf(finding) !== null),
    isPending,
  )
  const keys = present.map(({ key }) => key)
  const slots = slotsOf(present, held)
  const stake = stakeOf(present)

  // The button that had the focus may be gone with its finding: the keyboard goes on from here, not from the top of the page.
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return
    const list = box.current?.querySelector<HTMLElement>('[role=dialog]')
    ;(list ?? box.current)?.focus()
  })

  const close = () => {
    setAnchor(null)
    setHeld(null)
  }
  const onDismiss = (finding: Finding) => {
    const isStored = dismiss(finding)
    showToast({
      title: isStored ? 'Dismissed.' : 'Dismissed until you close this page: the browser did not keep it.',
      detail: finding.title,
      action: { label: 'Undo', onAction: () => restore(finding) },
    })
  }
  const action = (request: ActionRequest) => {
    close()
    ask(request)
  }
  const propsOf = ({ finding }: Slot, run: (request: ActionRequest) => void) =>
    finding === null ? { finding } : { finding, instance: instanceOf(finding), onAction: run, onDismiss }

  return (
    <div
      ref={box}
      tabIndex={-1}
      className="h-full outline-none"
      onFocus={() => {
        hadFocus.current = true
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        hadFocus.current = currentTarget.contains(relatedTarget)
      }}
    >
      {isPending ? null : present.length === 0 ? (
        <p className="flex h-full items-center text-secondary text-ink-muted">Nothing needs you</p>
      ) : (
        <section
          aria-label="Attention"
          className="flex h-full rounded-panel border border-lamp-line bg-lamp-soft"
          onPointerEnter={() => setHeld(held ?? keys)}
          onPointerLeave={() => {
            if (anchor !== null) return
            setHeld(null)
            rankAnew()
          }}
        >
          <button
            type="button"
            aria-haspopup="dialog"
            aria-expanded={anchor !== null}
            className={cx(
              'flex shrink-0 items-center gap-2 rounded-panel px-3 text-left text-secondary whitespace-nowrap @max-[40rem]:w-full',
              // Of two widths, not as wide as the amount: the findings beside it stay where they are.
              stake !== null && stake.length > 16 ? '@min-[40rem]:w-[14.5rem]' : '@min-[40rem]:w-[10rem]',
            )}
            onClick={({ currentTarget }) => {
              setHeld(held ?? keys)
              setAnchor(currentTarget)
            }}
          >
            <TriangleAlert
              aria-hidden
              size={16}
              strokeWidth={1.75}
              className="text-lamp-ink @min-[40rem]:hidden"
            />
            {/* On a phone of one line: an amount that does not fit is left out whole. */}
            <span className="min-w-0 flex-1 gap-x-2 @max-[40rem]:flex @max-[40rem]:h-4.5 @max-[40rem]:flex-wrap @max-[40rem]:overflow-hidden">
              <span className="block font-semibold">
                {formatCount(present.length)} {present.length === 1 ? 'needs' : 'need'} you
              </span>
              {stake !== null && <span className="block text-lamp-ink @min-[40rem]:text-small">{stake}</span>}
            </span>
            <ChevronDown aria-hidden size={16} strokeWidth={1.75} className="text-lamp-ink" />
          </button>
          {/* Of fixed widths: one more must not move the others. */}
          <ul className="grid min-w-0 flex-1 @max-[40rem]:hidden @min-[51.5rem]:grid-cols-2 @min-[72rem]:grid-cols-3 @min-[92.5rem]:grid-cols-4">
            {slots.map((slot, index) => (
              <FindingCell key={slot.key} index={index} {...propsOf(slot, ask)} />
            ))}
          </ul>
          <AnchoredPopover
            anchor={anchor}
            label="All that needs attention"
            className="w-[min(36rem,calc(100vw-2rem))]"
            onClose={close}
          >
            <ul>
              {slots.map((slot) => (
                <FindingRow key={slot.key} {...propsOf(slot, action)} />
              ))}
            </ul>
          </AnchoredPopover>
        </section>
      )}
    </div>
  )
}
export default Attention
