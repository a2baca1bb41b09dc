import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'

/** A chunk that is gone from the server, after an upgrade, or that a dropped connection kept from arriving. */
const isMissingChunk = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|importing a module script|preload css/i.test(error.message)

/** What stands in place of a page that could not be shown. */
export const PageFailure = ({ error }: { error: unknown }) => (
  <div className="mx-auto grid max-w-2xl gap-4 p-6">
    <PageHeader title={isMissingChunk(error) ? 'Page not loaded' : 'Page not shown'} />
    <Alert
      title={isMissingChunk(error) ? 'This page could not be loaded.' : 'This page stopped working.'}
      actions={
        <Button
          onClick={() => {
            globalThis.location.reload()
          }}
        >
          Reload
        </Button>
      }
    >
      {isMissingChunk(error)
        ? 'Hatteras was probably updated since you opened it, or the connection dropped. Your instances are not touched. Reload to go on here.'
        : 'Something in Hatteras itself failed. Your instances are not touched. Reload to try again, or go to another page.'}
    </Alert>
  </div>
)
