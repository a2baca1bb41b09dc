import { Button } from '#ui/button.tsx'

import type { KnownAccount } from './use-sign-in.ts'

/** Asks what a key is to this browser whose instances it knows by another key. */
export const KnownAccountQuestion = ({ account }: { account: KnownAccount }) => {
  const { name, takeOver, keepApart, cancel } = account
  return (
    <section
      aria-labelledby="known-account"
      className="grid gap-4 rounded-panel border border-line bg-surface p-5"
    >
      <div>
        <h2 id="known-account" className="font-semibold wrap-anywhere">
          {name === null ? 'This browser knows these instances' : `These are the instances of ${name}`}
        </h2>
        <p className="mt-1 text-secondary wrap-anywhere text-ink-muted">
          {name === null
            ? 'It remembers them under another key: their names, notes, locks, activity and costs. Go on with all that, or begin anew beside it?'
            : `The key of ${name} shows them too. Put this key in its place, and what this browser remembers of ${name} goes on; or keep the two side by side.`}
        </p>
      </div>
      <div className="grid gap-2">
        <Button autoFocus size="lg" variant="primary" onClick={takeOver}>
          {name === null ? 'Go on with it' : 'Replace its key'}
        </Button>
        <Button size="lg" onClick={keepApart}>
          {name === null ? 'Begin anew' : 'Keep both keys'}
        </Button>
        <Button size="lg" variant="ghost" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </section>
  )
}
