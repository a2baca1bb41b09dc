import * as z from 'zod/mini'

import { createStoredByAccount } from './stored-value.ts'

export const mostSavedViews = 20
export const longestViewName = 30

const viewSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(longestViewName)),
  /** The query string of the fleet that shows it. */
  search: z.string().check(z.maxLength(4000)),
})
export type SavedView = z.output<typeof viewSchema>

/** Views of the fleet that were saved under a name, in the order in which they were. */
export const savedViews = createStoredByAccount({
  name: 'views',
  schema: z.readonly(z.array(viewSchema).check(z.maxLength(mostSavedViews))),
  fallback: [],
})

const isCalled =
  (name: string) =>
  (view: SavedView): boolean =>
    view.name.toLowerCase() === name.toLowerCase()

/** The views with one more, in the place of one of the same name; null where there are 20 already. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] | null => {
  const at = views.findIndex(isCalled(view.name))
  if (at >= 0) return views.with(at, view)
  return views.length >= mostSavedViews ? null : [...views, view]
}

export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] =>
  views.filter((view) => !isCalled(name)(view))
