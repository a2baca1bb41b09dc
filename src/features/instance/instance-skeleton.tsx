import { Skeleton } from '#ui/skeleton.tsx'

const Block = ({ className }: { className: string }) => (
  <div className={`rounded-panel border border-line bg-surface p-4 ${className}`}>
    <Skeleton className="h-4 w-28" />
  </div>
)

/** The page at its true size, before anything is known of the instance. */
export const InstanceSkeleton = () => (
  <div aria-busy="true">
    <p className="sr-only">Loading the instance…</p>
    <Skeleton className="mb-1.5 h-[18px] w-24" />
    <Skeleton className="my-1 h-7 w-72 max-w-full" />
    <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_380px]">
      <Block className="h-[470px]" />
      <div className="grid gap-4">
        <Block className="h-[260px]" />
        <Block className="h-[330px]" />
      </div>
    </div>
  </div>
)
