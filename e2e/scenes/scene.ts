import type { Locator, Page } from '@playwright/test'

type Find = (page: Page) => Locator

/** A page in one of its states, and how to get there: the one source for pictures and for what holds on every page. */
export interface Scene {
  /** Names its pictures. */
  name: string
  path: string
  /** The kind of sandbox world it wants (`lab` where it says nothing); null to be signed out. */
  world?: 'lab' | 'empty' | 'huge' | 'full' | 'live' | null
  /** What is there once the page is. */
  ready: Find
  /** What is done on the page. */
  steps?: (page: Page) => Promise<void>
  /** What is opened last, over the page, and the button that opens it. */
  overlay?: { opener: Find; shows: Find }
  /** Time that goes by before a picture, for charts that have something to show. */
  minutes?: number
}

export const heading =
  (name: string): Find =>
  (page) =>
    page.getByRole('heading', { level: 1, name, exact: true })

export const button =
  (name: string): Find =>
  (page) =>
    page.getByRole('button', { name, exact: true })

export const region =
  (name: string): Find =>
  (page) =>
    page.getByRole('region', { name, exact: true })

/** Any open dialog. */
export const dialog: Find = (page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))
