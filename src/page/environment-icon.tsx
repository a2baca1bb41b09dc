import ChartScatter from 'lucide-react/icons/chart-scatter'
import Dna from 'lucide-react/icons/dna'
import Map from 'lucide-react/icons/map'
import Notebook from 'lucide-react/icons/notebook-text'
import NotebookPen from 'lucide-react/icons/notebook-pen'
import Server from 'lucide-react/icons/server'
import Terminal from 'lucide-react/icons/terminal'
import type { ComponentType } from 'react'

import type { Instance } from '#contract/instance.ts'

interface IconProps {
  size: number
  strokeWidth: number
}

/** The letter that RStudio is known by. */
const RLetter = ({ size, strokeWidth }: IconProps) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={strokeWidth}
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <circle cx="12" cy="12" r="9.5" />
    <path d="M9 17V7.2h3.6a2.7 2.7 0 0 1 0 5.4H9m3.2 0L15.4 17" />
  </svg>
)

const icons: Readonly<Record<string, ComponentType<IconProps>>> = {
  datascience: ChartScatter,
  marimo: Notebook,
  datasciencemarimo: NotebookPen,
  jupyterlab: NotebookPen,
  rstudioserver: RLetter,
  rgeospatial: Map,
  genomics: Dna,
  plaingenomics: Dna,
  'nextflow-head': Dna,
}

interface EnvironmentIconProps {
  environment: Pick<Instance, 'flavor' | 'resource_type'>
  size?: number
  isLarge?: boolean
}

/** What runs on an instance as a picture; its name stands beside it. */
export const EnvironmentIcon = ({
  environment: { flavor, resource_type: type },
  size = 16,
  isLarge = false,
}: EnvironmentIconProps) => {
  const own = Object.hasOwn(icons, flavor) ? icons[flavor] : undefined
  const Icon = own ?? (type === 'vm' ? Server : Terminal)
  return (
    <span
      aria-hidden
      className={`grid shrink-0 place-items-center bg-sunken text-ink-muted in-[[data-theme=dark]]:bg-raised ${isLarge ? 'size-10 rounded-card' : 'size-7 rounded-control'}`}
    >
      <Icon size={size} strokeWidth={1.75} />
    </span>
  )
}
