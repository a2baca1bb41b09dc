/**
 * The words and numbers of the API page. The service may send other words (a newer state, another flavor):
 * readers keep them as plain text, so these lists are what we know, never what we accept.
 */

/** The state table of the API page, in its order. */
export const pageStates = ['provisioning', 'running', 'shut_off', 'exited', 'error', 'deleted'] as const
export type PageState = (typeof pageStates)[number]

/** States that the live service is known to send beside those of the page. */
export const liveStates = [
  'idle',
  'lost',
  'unhealthy',
  'migrating',
  'cloning',
  'resizing',
  'deleting',
] as const
export type LiveState = (typeof liveStates)[number]

export const resourceTypes = ['vm', 'container'] as const
export type ResourceType = (typeof resourceTypes)[number]

export const cpuTiers = ['general-purpose', 'high-performance'] as const
export type CpuTier = (typeof cpuTiers)[number]

/** The flavor table of the API page: `base` for both types, the others for containers only. */
export const pageFlavors = [
  'base',
  'datascience',
  'marimo',
  'datasciencemarimo',
  'rstudioserver',
  'rgeospatial',
  'genomics',
  'plaingenomics',
] as const
export type PageFlavor = (typeof pageFlavors)[number]

/** Size limits of `POST /api/instance/`, both ends included. Memory and disk are in GiB. */
export const sizeLimits = {
  n_vcpus: { min: 1, max: 256 },
  mem_gib: { min: 1, max: 512 },
  disk_size_gib: { min: 10, max: 2000 },
} as const
export type SizeField = keyof typeof sizeLimits

/** What the service fills in when a create body leaves a field out. */
export const createDefaults = {
  cpu_tier: 'general-purpose',
  flavor: 'base',
  gpu_model: null,
} as const satisfies { cpu_tier: CpuTier; flavor: PageFlavor; gpu_model: null }

export const nameLimits = { min: 2, max: 63 } as const

/** Kebab-case: lowercase letters, digits and hyphens, no hyphen at either end. Length is checked apart, for its own message. */
export const namePattern = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

export const portLimits = { min: 1, max: 65535 } as const

/** SSH is always open and `remove-port` refuses it. */
export const sshPort = 22

/** Create fields whose value is a secret: never in a URL, in storage, in a log or in a shown command. */
export const secretFields = ['aws_secret_access_key', 'anthropic_api_key'] as const
