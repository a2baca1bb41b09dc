import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { statsAnswer } from '#contract/answers.ts'
import { type Instance, instanceSchema, readInstanceList } from '#contract/instance.ts'
import { anyCodePoint } from '#lib/code-point.fixture.ts'
import { csvText } from '#lib/csv.ts'
import { formatDay } from '#lib/calendar.ts'
import { formatAge, formatClock, formatCount, formatDateTime, formatGib } from '#lib/format.ts'
import { formatMonthly } from '#lib/format-money.ts'
import { matches } from '#lib/matches.ts'
import { compareNatural, readable } from '#lib/text.ts'
import { isoText, parseTimestamp } from '#lib/time.ts'

import { sshCommands } from './instance/connect.ts'
import { hourlyCost, stopSaves, sumCosts } from './pricing/cost.ts'
import { apiCall } from './instance/curl.ts'
import { flavorLabel } from './instance/flavors.ts'
import { fleetCsv } from '#features/fleet/fleet-csv.ts'
import { noFilters } from './fleet/fleet-search.ts'
import { filterInstances } from './fleet/fleet-view.ts'
import { gpuText, sizeText, tierLabel, typeLabel } from './instance/labels.ts'
import { instanceRef, paths } from './paths.ts'
import { changeText, dailyText, hourlyText, monthlyText, unknownText } from './pricing/price-text.ts'
import { noOverrides, publishedPrices, ratesFor } from './pricing/rates.ts'
import { stateInfo } from './instance/states.ts'
import { fromStats, idleSince } from './usage/usage.ts'
import { webAppUrl } from './instance/web-app-url.ts'
import { closedWebApps, runningWebApps } from './instance/web-apps.ts'

const oddText = fc.oneof(
  fc.constantFrom(
    'x\uD800y',
    '\uDC00',
    '..',
    '.',
    'a/b',
    '%',
    '%E0%A4%A',
    '\u202Eevil',
    '👩🏽‍🔬',
    'a\0b',
    '\n',
    '__proto__',
  ),
  fc.string({ unit: anyCodePoint }),
  fc.array(fc.integer({ min: 0, max: 0xff_ff })).map((units) => String.fromCharCode(...units)),
  fc.constant('https://app.example/\uD800'),
  fc.constant(`https://app.example/${'a'.repeat(5000)}`),
)
const oddNumber = fc.oneof(
  fc.constantFrom(1e308, -1e308, 1e300, 5e-324, -0, -1, 0.1, 1e21, Number.NaN, Number.POSITIVE_INFINITY),
  fc.double(),
)
const oddValue = fc.oneof(
  oddText,
  oddNumber,
  oddNumber.map(String),
  fc.boolean(),
  fc.constant(null),
  fc.array(oddNumber),
)
const fields = Object.keys(instanceSchema.parse({ uuid: 'u' })).filter((field) => field !== 'uuid')

/** Rows in which every field may hold anything at all, as the reader passes them on. */
const oddInstances = fc
  .array(
    fc.record({
      uuid: oddText.filter((uuid) => uuid !== ''),
      state: fc.oneof(fc.constantFrom('running', 'exited', 'error'), oddValue),
      ...Object.fromEntries(fields.filter((field) => field !== 'state').map((field) => [field, oddValue])),
    }),
    { maxLength: 4 },
  )
  .map((rows) => readInstanceList(rows)?.instances ?? [])

const now = Date.UTC(2026, 8, 14)

/** All that a page says of an instance. */
const saidOf = (instance: Instance): (string | null)[] => {
  const cost = hourlyCost(instance)
  const created = parseTimestamp(instance.created_at)
  return [
    ...[cost.now, cost.running, cost.stopped].flatMap((total) => [
      hourlyText(total),
      dailyText(total),
      monthlyText(total),
      changeText(total),
      unknownText(total),
    ]),
    formatMonthly(stopSaves(cost).known),
    created === null ? null : `${formatDateTime(created)} ${formatAge(now - created)} ${isoText(created)}`,
    sizeText(instance),
    gpuText(instance),
    tierLabel(instance.cpu_tier),
    typeLabel(instance.resource_type),
    flavorLabel(instance.flavor),
    stateInfo(instance.state).phrase,
    readable(instance.state),
  ]
}

describe('whatever a row holds', () => {
  it('every page can say what there is to say, with no figure that is none', () => {
    fc.assert(
      fc.property(oddInstances, (instances) => {
        for (const instance of instances) {
          // Texts of the service may hold these words; figures may not.
          const plain = {
            ...instance,
            state: 'running',
            flavor: 'base',
            gpu_model: null,
            cpu_tier: null,
            resource_type: 'vm',
          }
          expect(saidOf(plain).join('\n')).not.toMatch(/∞|NaN|undefined|Infinity/)
          saidOf(instance)
        }
        expect(hourlyText(sumCosts(instances.map((instance) => hourlyCost(instance).now)))).not.toMatch(
          /∞|NaN/,
        )
      }),
    )
  })

  it('its links stay below the page they belong to', () => {
    fc.assert(
      fc.property(oddInstances, (instances) => {
        for (const { name, uuid } of instances)
          for (const ref of [name, uuid]) {
            const { origin, pathname } = new URL(
              paths.instance({ name: ref, uuid }),
              'https://hatteras.example',
            )
            expect(origin).toBe('https://hatteras.example')
            expect(pathname).toMatch(/^\/instances\/[^/]+$/)
            expect([ref, uuid]).toContain(instanceRef(pathname))
            const call = apiCall('stop', { baseUrl: 'https://c.example/api', ref, body: { name } })
            expect(call.posix).toContain('/stop/')
          }
      }),
    )
  })

  it('connecting, searching, rates, web apps and exports take it', () => {
    fc.assert(
      fc.property(oddInstances, oddText, (instances, q) => {
        for (const instance of instances) {
          sshCommands(instance)
          expect(() => encodeURIComponent(webAppUrl(instance) ?? '')).not.toThrow()
          matches([instance.name, instance.uuid], q)
        }
        instances.map(({ name }) => name).toSorted(compareNatural)
        filterInstances(instances, { ...noFilters, q }, new Map())
        runningWebApps(instances)
        closedWebApps(instances)
        ratesFor(
          { cpu_tier: q, gpu_model: q },
          { overrides: noOverrides, instances, listPrices: publishedPrices },
        )
        fleetCsv(instances)
        csvText([[q]])
        paths.signIn(q)
        paths.addKey(q)
      }),
    )
  })

  it('usage and moments take it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(statsAnswer.parse({}))), oddValue),
        oddNumber,
        (stats, at) => {
          const sample = fromStats(statsAnswer.parse(stats), now)
          idleSince([sample], now)
          for (const value of [sample.memUsed, sample.diskTotal, sample.cpu])
            if (value !== null) expect(formatGib(value) + formatCount(value)).not.toMatch(/∞|NaN/)
          for (const write of [formatDateTime, formatDay, formatClock, formatAge, isoText]) write(at)
        },
      ),
    )
  })
})
