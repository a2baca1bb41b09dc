import type { Operation } from '#operations/operation.ts'
import { failureText } from '#operations/failure-text.ts'
import { Alert } from '#ui/alert.tsx'

/** Says inside a dialog that what it asked for was not done, or that this is not known. */
export const FailureAlert = ({ operation }: { operation: Operation | undefined }) => {
  const failure = operation === undefined ? null : failureText(operation)
  return failure === null ? null : <Alert title={failure.title}>{failure.detail}</Alert>
}
