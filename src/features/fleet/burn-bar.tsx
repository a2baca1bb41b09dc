import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { largest } from '#lib/largest.ts'
import { type Usd, ZERO } from '#lib/money.ts'
import { filteredText } from '#model/fleet/filtered-text.ts'
import { type FleetView, noFilters } from '#model/fleet/fleet-search.ts'
import { stateInfo } from '#model/instance/states.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { paths } from '#model/paths.ts'
import { idleQuery, idleSinceOf } from '#storage/idle-query.ts'
import { cx } from '#ui/cx.ts'
import { StateMark, type StateKind } from '#ui/state-mark.tsx'

const parts = ['running', 'idle', 'transition', 'stopped', 'other'] as const
type Part = (typeof parts)[number]

const colours: Record<Part, string> = {
  running: 'bg-plot',
  idle: 'bg-lamp-bar',
  transition: 'bg-[color-mix(in_oklab,var(--plot)_45%,var(--surface))]',
  stopped: 'bg-part-disk',
  other: 'bg-track',
}

interface Piece {
  uuid: string
  name: string
  part: Part
  known: Usd
}

const partOf = (instance: Instance, isIdle: boolean): Part => {
  const { kind } = stateInfo(instance.state)
  if (kind === 'running') return isIdle ? 'idle' : 'running'
  return kind === 'transition' || kind === 'stopped' ? kind : 'other'
}

/** So many pieces can be told apart; the cheapest beyond them are one of each colour. */
const mostPieces = 60

const dearestFirst = (a: Piece, b: Piece): number => (a.known < b.known ? 1 : a.known > b.known ? -1 : 0)

const sumOf = (pieces: readonly Piece[], part: Part): Usd =>
  pieces.reduce((sum, piece) => (piece.part === part ? sum + piece.known : sum), ZERO)

const piecesOf = (instances: readonly Instance[], isIdle: (uuid: string) => boolean): Piece[] => {
  const all = instances
    .map((instance) => ({
      uuid: instance.uuid,
      name: instance.name,
      part: partOf(instance, isIdle(instance.uuid)),
      known: hourlyCost(instance).now.known,
    }))
    .filter(({ known }) => known > ZERO)
  const pieces = largest(all, mostPieces, dearestFirst)
  const rest = parts
    .map((part) => ({ uuid: part, name: 'the others', part, known: sumOf(all, part) - sumOf(pieces, part) }))
    .filter(({ known }) => known > ZERO)
  return [...pieces, ...rest]
}

interface LegendProps {
  /** Where it leads to; nowhere what there is no filter for. */
  search: string | null
  mark: ReactNode
  children: ReactNode
  amount: string | null
}

const Legend = ({ search, mark, children, amount }: LegendProps) => {
  const content = (
    <>
      {mark}
      {children}
      {amount !== null && (
        <span className={cx('font-medium', search !== null && 'text-ink')} translate="no">
          {amount}
        </span>
      )}
    </>
  )
  const look = 'flex items-center gap-1.5 whitespace-nowrap'
  return search === null ? (
    <span className={cx(look, 'text-lamp-ink')}>{content}</span>
  ) : (
    <Link
      to={{ pathname: paths.instances(), search }}
      className={cx(look, 'rounded-sm -outline-offset-2 hover:underline')}
    >
      {content}
    </Link>
  )
}

const amountOf = (some: readonly Instance[]): string | null => {
  const total = sumCosts(some.map((instance) => hourlyCost(instance).now))
  return total.known === ZERO && total.unknown.length === 0 ? null : hourlyText(total)
}

const legends = [
  ['running', 'running'],
  ['error', 'failed'],
  ['transition', 'starting'],
  ['stopped', 'stopped, disk only'],
  ['unknown', 'in another state'],
] as const satisfies readonly (readonly [StateKind, string])[]

/** What the bar and the words under it say: worked out once a reading, since the view changes with each letter that is typed. */
const burnOf = (instances: readonly Instance[], isIdle: (uuid: string) => boolean) => {
  const byKind = new Map<StateKind, Instance[]>(legends.map(([kind]) => [kind, []]))
  for (const instance of instances) byKind.get(stateInfo(instance.state).kind)?.push(instance)
  const idle = (byKind.get('running') ?? []).filter(({ uuid }) => isIdle(uuid))
  return {
    pieces: piecesOf(instances, isIdle),
    idle: { count: idle.length, amount: amountOf(idle) },
    entries: legends.map(([kind, word]) => {
      const some = byKind.get(kind) ?? []
      return { kind, word, count: some.length, amount: amountOf(some) }
    }),
  }
}

interface BurnBarProps {
  instances: readonly Instance[]
  view: FleetView
}

/** The fleet as one bar, the dearest first, and beyond a phone what each kind of state costs; each entry leads to the instances it counts. */
const BurnBar = ({ instances, view }: BurnBarProps) => {
  const { data, isPending } = useQuery(idleQuery(useApi(), instances))
  const { pieces, idle, entries } = useMemo(() => {
    const idleSince = idleSinceOf(data)
    return burnOf(instances, (uuid) => idleSince(uuid) !== null)
  }, [instances, data])

  return (
    <div className="min-w-0 flex-1">
      <div aria-hidden className="flex h-2.5 gap-px overflow-hidden rounded-sm">
        {pieces.map(({ uuid, name, part, known }) => (
          <span
            key={uuid}
            title={name}
            className={cx('h-full min-w-0.5 forced-colors:bg-[CanvasText]', colours[part])}
            style={{ flexGrow: Number(known), flexBasis: 0 }}
          />
        ))}
      </div>
      {/* Of one line: what does not fit is left out whole. */}
      <div className="mt-1.5 flex h-4 flex-wrap gap-x-5 gap-y-2 overflow-hidden text-small text-ink-muted max-md:hidden">
        {/* What idles stands among them, so none is drawn before that is known. */}
        {(isPending ? [] : entries).map(({ kind, word, count, amount }, index) => (
          <Fragment key={word}>
            {(count > 0 || index === 0) && (
              <Legend
                search={filteredText(view, { ...noFilters, state: [kind] })}
                mark={<StateMark kind={kind} size={10} />}
                amount={amount}
              >
                {formatCount(count)} {word}
              </Legend>
            )}
            {index === 0 && idle.count > 0 && (
              <Legend
                search={null}
                mark={<span aria-hidden className="size-2 rounded-[2px] bg-lamp-bar" />}
                amount={idle.amount}
              >
                {formatCount(idle.count)} of them idle
              </Legend>
            )}
          </Fragment>
        ))}
      </div>
    </div>
  )
}
export default BurnBar
