import type { KnownConnection } from '#session/connections.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { Button } from '#ui/button.tsx'
import { AlertDialog } from '#ui/dialog.tsx'
import { showToast } from '#ui/toast-store.ts'

/** Asks before a key is forgotten: it may be kept nowhere else. */
const RemoveKeyDialog = ({
  connection: { id, name },
  onClose,
}: {
  connection: KnownConnection
  onClose: () => void
}) => {
  const session = useSessionStore()
  const isInUse = useSession().connection?.id === id

  return (
    <AlertDialog
      open
      title="Remove API key"
      description={`The key of ${name} is forgotten in this browser, in every tab${isInUse ? ', and you are signed out of it' : ''}. The account itself, its instances and what they cost stay as they are. To use it here again you need the key.`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            onClick={() => {
              session.remove(id)
              onClose()
              if (!isInUse) showToast({ tone: 'good', title: `The key of ${name} is forgotten here.` })
            }}
          >
            Remove key
          </Button>
        </>
      }
    />
  )
}
export default RemoveKeyDialog
