import { sizeLimits, type SizeField } from '#contract/vocabulary.ts'

import { nameProblem } from '../instance/names.ts'
import { publicKeyProblem } from './public-key.ts'
import { sizeProblem } from '../instance/size-problem.ts'

/** The typed fields of the create form that can be wrong. */
type TypedField =
  | SizeField
  | 'name'
  | 'public_key'
  | 'aws_endpoint_url'
  | 'aws_access_key_id'
  | 'aws_secret_access_key'
  | 'aws_prefill_bucket'

export interface FieldProblem {
  field: TypedField
  message: string
}

type Typed = Readonly<Record<TypedField, string>>

const access = [
  ['aws_endpoint_url', 'the endpoint URL'],
  ['aws_access_key_id', 'the access key ID'],
  ['aws_secret_access_key', 'the secret access key'],
] as const

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** S3 works with endpoint, key ID and secret together; the bucket path needs all three. */
const s3Problems = (form: Typed): FieldProblem[] => {
  const isGiven = (field: TypedField): boolean => form[field].trim() !== ''
  const missing = access.filter(([field]) => !isGiven(field))
  const isUsed = missing.length < access.length || isGiven('aws_prefill_bucket')
  const problems: FieldProblem[] = isUsed
    ? missing.map(([field, what]) => ({
        field,
        message: `S3 needs ${what} too: give all of endpoint, key ID and secret, or none.`,
      }))
    : []
  if (isGiven('aws_endpoint_url') && !isWebAddress(form.aws_endpoint_url.trim()))
    problems.push({
      field: 'aws_endpoint_url',
      message: 'An endpoint URL starts with https://, such as https://s3.us-east-1.amazonaws.com.',
    })
  if (/^s3:/i.test(form.aws_prefill_bucket.trim()))
    problems.push({
      field: 'aws_prefill_bucket',
      message: 'Leave out “s3://”: the path is bucket/folder, such as your-bucket/experiments.',
    })
  return problems
}

/** Everything that is wrong with what was typed, field by field, each with a sentence for people. */
export const createProblems = (form: Typed): FieldProblem[] => {
  const sizes = (['n_vcpus', 'mem_gib', 'disk_size_gib'] as const).map(
    (field) => [field, sizeProblem(field, form[field], sizeLimits[field])] as const,
  )
  const name = form.name.trim()
  const singles = [
    ...sizes,
    ['name', name === '' ? null : nameProblem(name)] as const,
    ['public_key', publicKeyProblem(form.public_key)] as const,
  ]
  return [
    ...singles.flatMap(([field, message]) => (message === null ? [] : [{ field, message }])),
    ...s3Problems(form),
  ]
}
