import { Skeleton } from '#ui/skeleton.tsx'

const rows = Array.from({ length: 12 }, (_, index) => index)

const frame = 'rounded-panel border border-line bg-surface'

/** The page at its true size before the first answer. */
export const CostsSkeleton = () => (
  <div
    role="status"
    aria-label="Loading costs"
    className="mt-3.5 grid gap-4 lg:grid-cols-[minmax(0,1fr)_368px]"
  >
    <div className={`${frame} h-[366px]`}>
      <div className="h-[45px] border-b border-line" />
      <div className="grid gap-4 p-4">
        <Skeleton className="h-8 w-40" />
        <Skeleton className="h-3 w-full" />
        <Skeleton className="h-32 w-full" />
      </div>
    </div>
    <div className={`${frame} max-lg:h-72`}>
      <div className="h-[45px] border-b border-line" />
      <div className="grid gap-4 p-4">
        <Skeleton className="h-8 w-32" />
        <Skeleton className="h-3 w-full" />
      </div>
    </div>
    <div className={`${frame} h-[154px] lg:col-span-2`}>
      <div className="h-[45px] border-b border-line" />
    </div>
    <div className={`${frame} lg:col-span-2`}>
      <div className="h-20 border-b border-line" />
      {rows.map((row) => (
        <div key={row} className="flex h-9 items-center gap-6 border-b border-line px-3 last:border-b-0">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 flex-1" />
        </div>
      ))}
    </div>
  </div>
)
