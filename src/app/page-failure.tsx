import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { isMissingChunk } from '#ui/error-boundary.tsx'

/** What stands in place of a page that could not be shown. */
const PageFailure = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => (
  <div className="mx-auto grid max-w-2xl gap-4 p-6">
    <PageHeader title={isMissingChunk(error) ? 'Page not loaded' : 'Page not shown'} />
    <Alert
      title={isMissingChunk(error) ? 'This page could not be loaded.' : 'This page stopped working.'}
      actions={
        <>
          {onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
          <Button
            onClick={() => {
              globalThis.location.reload()
            }}
          >
            Reload
          </Button>
        </>
      }
    >
      {isMissingChunk(error)
        ? 'Hatteras was probably updated since you opened it, or the connection dropped. Your instances are not touched. Reload to go on here.'
        : 'Something in Hatteras itself failed. Your instances are not touched. Reload to try again, or go to another page.'}
    </Alert>
  </div>
)
export default PageFailure
