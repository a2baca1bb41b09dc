import Compass from 'lucide-react/icons/compass'
import { Link, useLocation } from 'react-router'

import { paths } from '#model/paths.ts'
import { buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader, useTitle } from '#ui/page-header.tsx'

/** An address that leads nowhere, and the ways on. */
const NotFoundPage = () => {
  const { pathname } = useLocation()
  useTitle('Page not found')
  return (
    <>
      <PageHeader title="Page not found" />
      <EmptyState
        icon={<Compass aria-hidden size={18} />}
        title={`There is no page at ${pathname}`}
        actions={
          <>
            <Link to={paths.instances()} className={buttonClass({ variant: 'primary' })}>
              All instances
            </Link>
            <Link to={paths.create()} className={buttonClass()}>
              Create instance
            </Link>
          </>
        }
      >
        The link may be mistyped or cut off. An instance has the address <code>/instances/</code> followed by
        its name.
      </EmptyState>
    </>
  )
}
export default NotFoundPage
