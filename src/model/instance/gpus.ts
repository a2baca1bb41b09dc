/** A GPU model under its several names. `model` is what the API page sends on create. */
interface GpuNames {
  model: string
  long: string
  slug: string
}

const known: readonly GpuNames[] = [
  { model: 'RTX 4090', long: 'NVIDIA GeForce RTX 4090', slug: 'rtx-4090' },
  { model: 'RTX 5090', long: 'NVIDIA GeForce RTX 5090', slug: 'rtx-5090' },
  { model: 'RTX PRO 6000 Blackwell', long: 'NVIDIA RTX PRO 6000 Blackwell', slug: 'pro-6000-blackwell' },
]

/** The models one can ask for, by the short names of the API page. */
export const gpuModels: readonly string[] = known.map(({ model }) => model)

/** What names of one model have in common: no maker, no family, no punctuation. */
const essence = (raw: string): string =>
  raw
    .toLowerCase()
    .replaceAll(/\b(?:nvidia|geforce|rtx)\b/g, '')
    .replaceAll(/[^a-z0-9]/g, '')

const find = (raw: string): GpuNames | undefined => known.find(({ model }) => essence(model) === essence(raw))

/** The short name of a GPU from any of its names ("rtx-5090" → "RTX 5090"); an unknown one keeps its own, none is null. */
export const gpuLabel = (raw: string | null): string | null => {
  const text = raw?.trim() ?? ''
  return text === '' ? null : (find(text)?.model ?? text)
}

/** Whether two names mean the same model. No name is no model, and is the same as nothing. */
export const sameGpu = (a: string | null, b: string | null): boolean => {
  const [left, right] = [gpuLabel(a), gpuLabel(b)]
  return left !== null && right !== null && essence(left) === essence(right)
}

/** The long name that the live service wants on create; a model we do not know stays as it is. */
export const longGpuName = (model: string): string => find(model)?.long ?? model
