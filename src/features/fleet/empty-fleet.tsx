import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { environmentPrice, rateBook, type RateBook } from '#model/create/form-price.ts'
import { presetsFor } from '#model/create/presets.ts'
import { ZERO } from '#lib/money.ts'
import { sizeText } from '#model/instance/labels.ts'
import { paths } from '#model/paths.ts'
import { isFree } from '#model/pricing/cost.ts'
import { hourlyFigure } from '#model/pricing/price-text.ts'
import { EnvironmentIcon } from '#page/environment-icon.tsx'
import { rateOverrides } from '#storage/money.ts'
import { useStored } from '#storage/stored-value.ts'
import { buttonClass } from '#ui/button.tsx'

interface Start {
  title: string
  /** What one gets. */
  about: string
  resource_type: 'container' | 'vm'
  /** The first one is what the form begins with. */
  flavors: readonly [string, ...string[]]
}

const starts: readonly Start[] = [
  {
    title: 'A notebook',
    about: 'Marimo or RStudio, open in the browser.',
    resource_type: 'container',
    flavors: ['datasciencemarimo', 'rstudioserver'],
  },
  {
    title: 'A genomics box',
    about: 'samtools, GATK and STAR, over SSH.',
    resource_type: 'container',
    flavors: ['plaingenomics'],
  },
  {
    title: 'A virtual machine',
    about: 'Ubuntu 24.04 with its own public IPv4.',
    resource_type: 'vm',
    flavors: ['base'],
  },
]

/** The price of the smallest sensible size, as far as this browser knows the rates. */
const Price = ({ flavor, ratesOf }: { flavor: string; ratesOf: RateBook }) => {
  const price = environmentPrice(flavor, ratesOf)
  if (price.known === ZERO && !isFree(price)) return 'price not known'
  return (
    <>
      from{' '}
      <span translate="no" className="font-semibold text-ink">
        {hourlyFigure(price).figure}
      </span>
      {'\u00A0/\u00A0h'}
    </>
  )
}

const StartCard = ({ start, ratesOf }: { start: Start; ratesOf: RateBook }) => {
  const { title, about, resource_type, flavors } = start
  const [flavor] = flavors
  const [{ n_vcpus, mem_gib }] = presetsFor(flavor)
  return (
    <li className="flex flex-col rounded-panel border border-line bg-surface p-5">
      <span className="flex gap-1.5">
        {flavors.map((one) => (
          <EnvironmentIcon key={one} environment={{ flavor: one, resource_type }} size={20} isLarge />
        ))}
      </span>
      <h3 className="mt-4 text-lead font-semibold">{title}</h3>
      <p className="mt-0.5 mb-6 text-ink-muted">{about}</p>
      <p className="mt-auto mb-3 flex flex-wrap items-baseline justify-between gap-x-4 text-secondary text-ink-muted">
        <span>
          <Price flavor={flavor} ratesOf={ratesOf} />
        </span>
        <span>{sizeText({ n_vcpus, mem_gib, disk_size_gib: null, n_gpus: null, gpu_model: null })}</span>
      </p>
      <Link
        to={paths.create(new URLSearchParams({ resource_type, flavor }).toString())}
        aria-label={`${title}: choose size`}
        className={buttonClass()}
      >
        Choose size
      </Link>
    </li>
  )
}

/** An account without instances: what one can start, each with its price and a link that fills in the form. */
const EmptyFleet = () => {
  const ratesOf = rateBook(useStored(rateOverrides.of(useApi().connectionId)), [])
  return (
    <section className="mx-auto mt-10 max-w-[62.5rem] max-sm:mt-6">
      <h2 className="text-title font-semibold text-balance">No instances yet. What would you like to run?</h2>
      <ul className="mt-5 grid gap-4 md:grid-cols-3">
        {starts.map((start) => (
          <StartCard key={start.title} start={start} ratesOf={ratesOf} />
        ))}
      </ul>
      <p className="mt-4 text-secondary text-ink-muted">
        Billed by the hour while it runs; stopped, only its disk.
      </p>
    </section>
  )
}
export default EmptyFleet
