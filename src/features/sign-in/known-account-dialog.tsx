import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

import type { KnownAccount } from './use-sign-in.ts'

/** Asks what a key is to this browser whose instances it knows by another key. */
const KnownAccountDialog = ({ account }: { account: KnownAccount }) => {
  const { name, takeOver, keepApart, cancel } = account
  return (
    <Dialog
      open
      stayOnOutsideClick
      title={name === null ? 'This browser knows these instances' : `These are the instances of ${name}`}
      description={
        name === null
          ? 'It remembers them under another key: their names, notes, locks, activity and costs. Go on with all that, or begin anew beside it?'
          : `The key of ${name} shows them too. Put this key in its place, and what this browser remembers of ${name} goes on; or keep the two side by side.`
      }
      onClose={cancel}
      footer={
        <>
          <Button onClick={cancel}>Cancel</Button>
          <Button onClick={keepApart}>{name === null ? 'Begin anew' : 'Keep both keys'}</Button>
          <Button variant="primary" onClick={takeOver}>
            {name === null ? 'Go on with it' : 'Replace its key'}
          </Button>
        </>
      }
    />
  )
}
export default KnownAccountDialog
