import type { ApiError } from '#api/api-error.ts'
import { Alert } from '#ui/alert.tsx'

import { instanceFailure } from './act-failure.ts'

interface FailureAlertProps {
  error: ApiError
  name: string
  /** The act's participle: "stopped". */
  done: string
}

/** Says inside an act's dialog that the act failed. */
export const FailureAlert = ({ error, name, done }: FailureAlertProps) => {
  const { title, detail } = instanceFailure(error, name, done)
  return <Alert title={title}>{detail}</Alert>
}
