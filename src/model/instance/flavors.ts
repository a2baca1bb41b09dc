import type { Instance } from '#contract/instance.ts'
import type { PageFlavor, ResourceType } from '#contract/vocabulary.ts'
import { readable } from '#lib/text.ts'

/** Flavors that want the same sort of machine. */
export type FlavorFamily = 'plain' | 'notebook' | 'data-science' | 'rstudio' | 'genomics'

export interface FlavorInfo {
  label: string
  description: string
  types: readonly ResourceType[]
  /** The web app it serves, as named on the button that opens it. */
  opens: string | null
  family: FlavorFamily
  /** What is charged beyond the rates, if anything, and what avoids it. */
  surcharge: string | null
}

const container: readonly ResourceType[] = ['container']

const flavor = (
  family: FlavorFamily,
  label: string,
  description: string,
  more: Partial<FlavorInfo> = {},
): FlavorInfo => ({ label, description, types: container, opens: null, family, surcharge: null, ...more })

/** The flavor table of the API page, in its order. */
const page: Record<PageFlavor, FlavorInfo> = {
  base: flavor('plain', 'Base', 'Clean Ubuntu 24.04', { types: ['vm', 'container'] }),
  datascience: flavor('data-science', 'Data science', 'Python with polars, pandas, scikit-learn'),
  marimo: flavor('notebook', 'Marimo', 'Notebook in the browser', { opens: 'Marimo' }),
  datasciencemarimo: flavor('data-science', 'Marimo, data science', 'Notebook with the data science stack', {
    opens: 'Marimo',
  }),
  rstudioserver: flavor('rstudio', 'RStudio', 'RStudio Server, genomics tools', { opens: 'RStudio' }),
  rgeospatial: flavor('rstudio', 'RStudio geospatial', 'RStudio Server with sf, terra and friends', {
    opens: 'RStudio',
  }),
  genomics: flavor('genomics', 'Genomics', 'samtools, GATK, STAR; Sentieon fee while running', {
    surcharge: 'Sentieon is charged on top while it runs. Genomics, plain is the same without it.',
  }),
  plaingenomics: flavor('genomics', 'Genomics, plain', 'samtools, GATK, STAR; without Sentieon'),
}

/** Flavors the live service has beside those of the page. They are named and shown, but not offered on create. */
const live: Record<string, FlavorInfo> = {
  vm: flavor('plain', 'Base', 'A plain virtual machine', { types: ['vm'] }),
  jupyterlab: flavor('notebook', 'JupyterLab', 'JupyterLab in the browser', { opens: 'JupyterLab' }),
  'nextflow-head': flavor('genomics', 'Nextflow head', 'The head node of a Nextflow pipeline'),
  sandboxbio: flavor('genomics', 'sandbox.bio', 'Bioinformatics exercises in the browser'),
  chromium: flavor('plain', 'Chromium', 'A browser that runs on the instance', { opens: 'Chromium' }),
  prefect: flavor('plain', 'Prefect', 'Workflow orchestration'),
  openclaw: flavor('plain', 'OpenClaw', 'An assistant that runs on the instance'),
}
const infos = new Map<string, FlavorInfo>([...Object.entries(page), ...Object.entries(live)])

/** What a flavor is. Never fails: a flavor nobody told us of keeps its own word. */
export const flavorInfo = (name: string): FlavorInfo =>
  infos.get(name) ?? flavor('plain', readable(name), '', { types: ['vm', 'container'] })

export const flavorLabel = (name: string): string => flavorInfo(name).label

/** What runs on an instance, for people: "RStudio", and for a plain virtual machine its system, "Ubuntu". */
export const environmentLabel = (instance: Pick<Instance, 'flavor' | 'resource_type' | 'distro'>): string => {
  const isPlainVm =
    instance.resource_type === 'vm' && (instance.flavor === 'base' || instance.flavor === 'vm')
  return isPlainVm ? readable(instance.distro ?? 'ubuntu') : flavorLabel(instance.flavor)
}
