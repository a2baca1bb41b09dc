import { LOCALE } from '#lib/format.ts'
import type { CreateForm } from '#model/create/create-form.ts'

/** The fields in the order of the page, by the names that people see. */
export const fieldLabels = {
  resource_type: 'Type',
  flavor: 'Environment',
  n_vcpus: 'vCPUs',
  mem_gib: 'Memory (GiB)',
  disk_size_gib: 'Disk (GiB)',
  cpu_tier: 'CPU tier',
  gpu_model: 'GPU model',
  name: 'Name',
  public_key: 'SSH public key',
  aws_endpoint_url: 'S3 endpoint URL',
  aws_prefill_bucket: 'S3 bucket path',
  aws_access_key_id: 'S3 access key ID',
  aws_secret_access_key: 'S3 secret access key',
  anthropic_api_key: 'Anthropic API key',
} as const satisfies Record<keyof CreateForm, string>

/** Fields that some services have beside those of the API page. */
const others = new Map([['distro', 'Distribution']])

const isField = (field: string): field is keyof CreateForm => Object.hasOwn(fieldLabels, field)

export const fieldOrder: readonly (keyof CreateForm)[] = Object.keys(fieldLabels).filter(isField)

/** A field's name as people see it; one that the page does not have keeps the API's own. */
export const fieldLabel = (field: string): string =>
  isField(field) ? fieldLabels[field] : (others.get(field) ?? field)

/** Labels as they stand in a sentence: "vCPUs, Name and Anthropic API key". */
export const listFields = (fields: readonly string[]): string =>
  new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(fields.map(fieldLabel))
