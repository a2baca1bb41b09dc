import { useEffect } from 'react'

/** Names the tab: "rna-atlas · Hatteras". `mark` is a shape for the state, so that a tab tells how it stands. */
export const useTitle = (title: string, mark?: string): void => {
  useEffect(() => {
    document.title = `${mark === undefined ? '' : `${mark} `}${title} · Hatteras`
  }, [title, mark])
}
