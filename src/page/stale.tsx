import type { UseQueryResult } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import { readNow } from '#api/online.ts'
import { formatStopwatch } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { Button } from '#ui/button.tsx'

interface StaleProps {
  query: UseQueryResult
  isOffline: boolean
  /** How old the data is, in words. */
  age: string
  /** Milliseconds since the epoch. */
  now: number
}

interface Said {
  words: string | null
  action: string
  detail: string
}

/** Why the data is old, and when it is read next. */
const useSaid = ({ query: { error, errorUpdatedAt, isFetching }, isOffline, age, now }: StaleProps): Said => {
  const { pollTiming } = useApi()
  const showing = `Showing data from ${age}`
  if (error === null || isOffline) {
    const detail = `You are offline. ${showing}; it goes on when you are back.`
    return { words: 'offline', action: 'Try now', detail }
  }
  if (error.kind === 'sign-in')
    return { words: null, action: 'Reload', detail: `${error.message} ${showing}.` }
  if (error.isUnauthorized)
    return { words: null, action: 'Enter a key', detail: `The API key is no longer accepted. ${showing}.` }
  const next = pollTiming.nextTry(error, errorUpdatedAt)
  const isNow = isFetching || next === null || next - now < SECOND
  const when = isNow ? 'now' : `in ${formatStopwatch(next - now)}`
  return {
    words: `retry ${when}`,
    action: 'Try now',
    detail: `${error.message} ${showing}. Next try ${when}.`,
  }
}

/** Old data: a few words, the way to a new reading, and all there is to say as its tip and description. */
const Stale = (props: StaleProps) => {
  const { words, action, detail } = useSaid(props)
  return (
    <span
      // Beside a title and a button of a phone there is no room for one line, and a second row would push the page down.
      className="flex items-center gap-0.5 text-small whitespace-nowrap text-lamp-ink max-sm:in-[.ml-auto]:flex-col max-sm:in-[.ml-auto]:items-end max-sm:in-[.ml-auto]:gap-0 max-sm:in-[.ml-auto]:leading-4"
    >
      {words !== null && <span>{words}</span>}
      <Button
        size="sm"
        variant="ghost"
        className={
          words === null
            ? 'text-lamp-ink'
            : 'text-lamp-ink max-sm:in-[.ml-auto]:-my-1.5 max-sm:in-[.ml-auto]:-mr-2'
        }
        consequence={detail}
        onClick={() => {
          // What is in between signs in a page, and not what a page asks for.
          if (props.query.error?.kind === 'sign-in') location.reload()
          else readNow(props.query)
        }}
      >
        {action}
      </Button>
    </span>
  )
}
export default Stale
