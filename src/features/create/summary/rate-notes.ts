import { formatAgo, LOCALE } from '#lib/format.ts'
import type { CostLine, RatePart } from '#model/pricing/cost.ts'
import { partWord } from '#model/pricing/price-text.ts'
import type { Rates, RateSource } from '#model/pricing/rates.ts'

/** One sentence about where rates come from. `name` is an instance of the account, to be set off in the text. */
export interface RateNote {
  key: string
  before: string
  name: string | null
  after: string
}

const listed = new Intl.ListFormat(LOCALE, { type: 'conjunction' })

/** A sentence begins with a capital, but for the name of the unit. */
const begin = (text: string): string =>
  text.startsWith('vCPU') ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** What the rates are of: nothing to say where one source stands for all of them. */
const subject = (parts: readonly RatePart[], isAll: boolean): string =>
  isAll ? 'Rates' : `${begin(listed.format(parts.map(partWord)))}: ${parts.length === 1 ? 'rate' : 'rates'}`

const keyOf = (source: RateSource | null): string =>
  source === null ? 'unknown' : source.kind === 'instance' ? source.uuid : source.kind

/** What an instance has in common with the new one, that its rate is taken. */
const sameAs: Record<RatePart, string> = {
  vcpu: 'same tier',
  ram: 'same tier',
  storage: 'same tier',
  gpu: 'same GPU',
  sentieon: 'same surcharge',
}

const noteOf = (
  key: string,
  source: RateSource | null,
  parts: readonly RatePart[],
  isAll: boolean,
  now: number,
): RateNote => {
  const what = subject(parts, isAll)
  if (source === null)
    return {
      key,
      before: `${what} unknown. None is published and no instance of yours tells it, so the price leaves it out.`,
      name: null,
      after: '',
    }
  switch (source.kind) {
    case 'instance': {
      const same = parts.length === 1 && parts[0] !== undefined ? sameAs[parts[0]] : 'same tier'
      const age = source.createdAt === null ? '' : `, ${formatAgo(now - source.createdAt)}`
      return { key, before: `${what} as on your `, name: source.name, after: `, ${same}${age}.` }
    }
    case 'list':
      return {
        key,
        before: `${what} as in the published list price, ${source.dated}, before any discount.`,
        name: null,
        after: '',
      }
    default:
      return { key, before: `${what} of your own, from Settings.`, name: null, after: '' }
  }
}

const isRated = (part: CostLine['part']): part is RatePart => part !== 'other'

/** Where the rates of these lines come from, one sentence for each source, in the order of the lines. */
export const rateNotes = (lines: readonly CostLine[], rates: Rates, now: number): RateNote[] => {
  const bySource = new Map<string, { source: RateSource | null; parts: RatePart[] }>()
  const parts = lines.map(({ part }) => part).filter(isRated)
  for (const part of parts) {
    const source = rates[part]?.source ?? null
    const known = bySource.get(keyOf(source))
    if (known === undefined) bySource.set(keyOf(source), { source, parts: [part] })
    else known.parts.push(part)
  }
  return [...bySource].map(([key, { source, parts: known }]) =>
    noteOf(key, source, known, known.length === parts.length, now),
  )
}

/** The same in a few words: whose rates they are, and how old. */
export const rateLabel = (lines: readonly CostLine[], rates: Rates, now: number): string => {
  const sources = lines.map(({ part }) => (isRated(part) ? (rates[part]?.source ?? null) : null))
  const kinds = new Set(sources.map((source) => source?.kind ?? 'unknown'))
  if (kinds.has('unknown')) return 'some rates unknown'
  if (kinds.size > 1) return 'several sources'
  const ages = sources.flatMap((source) =>
    source?.kind === 'instance' && source.createdAt !== null ? [source.createdAt] : [],
  )
  const [first] = sources
  switch (first?.kind) {
    case 'instance':
      return ages.length === 0 ? 'your rates' : `your rates, ${formatAgo(now - Math.max(...ages))}`
    case 'list':
      return `list prices, ${first.dated}`
    default:
      return 'rates from Settings'
  }
}
