import type { PageFlavor } from '#contract/vocabulary.ts'

interface EnvironmentGroup {
  heading: string
  /** In the order of the API page, with what tells each from its neighbour. */
  flavors: readonly (readonly [flavor: PageFlavor, about: string])[]
}

/** The environments as they stand on the page, in groups of two. */
export const environmentGroups: readonly EnvironmentGroup[] = [
  {
    heading: 'Plain',
    flavors: [
      ['base', 'Ubuntu 24.04'],
      ['datascience', 'polars, scikit-learn'],
    ],
  },
  {
    heading: 'Notebook',
    flavors: [
      ['marimo', 'In the browser'],
      ['datasciencemarimo', 'In the browser'],
    ],
  },
  {
    heading: 'R',
    flavors: [
      ['rstudioserver', 'Genomics tools'],
      ['rgeospatial', 'sf, terra'],
    ],
  },
  {
    heading: 'Genomics',
    flavors: [
      ['genomics', 'samtools, GATK, STAR'],
      ['plaingenomics', 'No Sentieon'],
    ],
  },
]
