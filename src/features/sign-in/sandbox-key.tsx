import { Button } from '#ui/button.tsx'

const sandboxKey = 'sandbox-lab'

/** Says that this is the sandbox, and offers a key of it. */
export const SandboxKey = ({ pending, onUse }: { pending: boolean; onUse: (key: string) => void }) => (
  <div className="mt-4 rounded-panel border border-line bg-sunken p-4">
    <p className="text-secondary text-ink-muted">
      <strong className="font-semibold text-lamp-ink">Sandbox.</strong> This page talks to a local Carolina
      Cloud: nothing here is real or billed.
    </p>
    <Button
      className="mt-3 w-full"
      pending={pending}
      onClick={() => {
        onUse(sandboxKey)
      }}
    >
      Use sandbox key
    </Button>
  </div>
)
