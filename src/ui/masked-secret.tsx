import { useState } from 'react'

import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { useTimeout } from './use-timeout.ts'

const revealedForMs = 30_000

type MaskedSecretProps = {
  value: string
  /** What it is, in lower case: "password". */
  what: string
}

/** A secret behind dots. Revealed, it hides itself again after 30 seconds; copying does not reveal it. */
export const MaskedSecret = ({ value, what }: MaskedSecretProps) => {
  const [revealed, setRevealed] = useState(false)

  useTimeout(() => setRevealed(false), revealed ? revealedForMs : null)

  return (
    <span className="flex w-full min-w-0 items-center gap-1.5">
      {revealed ? (
        <span className="min-w-0 font-mono text-secondary wrap-anywhere">{value}</span>
      ) : (
        <span role="img" aria-label={`Hidden ${what}`} className="font-mono text-secondary tracking-widest">
          ••••••••••
        </span>
      )}
      <Button
        variant="ghost"
        size="sm"
        aria-label={`${revealed ? 'Hide' : 'Reveal'} ${what}`}
        onClick={() => setRevealed(!revealed)}
      >
        {revealed ? 'Hide' : 'Reveal'}
      </Button>
      <CopyButton text={value} what={what} secret className="ml-auto" />
    </span>
  )
}
