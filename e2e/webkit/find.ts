/** Roles that the journeys look for. A masked field has no role, and counts as a text field here. */
export type Role = keyof typeof selectors

const selectors = {
  alert: '[role=alert]',
  alertdialog: '[role=alertdialog]',
  button: 'button, [role=button]',
  checkbox: 'input[type=checkbox]',
  combobox: '[role=combobox], select',
  dialog: '[role=dialog], dialog:not([role])',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  main: 'main',
  menu: '[role=menu]',
  menuitem: '[role=menuitem]',
  option: '[role=option]',
  radio: 'input[type=radio], [role=radio]',
  region: 'section, [role=region]',
  row: 'tr',
  searchbox: 'input[type=search]',
  spinbutton: 'input[type=number], [role=spinbutton]',
  table: 'table',
  textbox: 'input:not([type]), input[type=text], input[type=password], input[type=url], textarea',
} as const

/** One thing on the page, by role and by its whole name, or within another. */
export interface Target {
  role: Role
  name?: string
  within?: Target
}

/** Names a target. */
export const at = (role: Role, name?: string, within?: Target): Target => ({
  role,
  ...(name === undefined ? {} : { name }),
  ...(within === undefined ? {} : { within }),
})

/** Runs in the page: the things of one role and name that can be seen, in their order. */
export const findInPage = (path: readonly { selector: string; name: string | null }[]): Element[] => {
  const words = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
  const nameOf = (element: Element): string => {
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ')
    const labels = ids.map((id) => words(document.getElementById(id)?.textContent ?? null)).join(' ')
    if (labels.trim() !== '') return words(labels)
    const label = element.getAttribute('aria-label')
    if (label !== null) return words(label)
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
      return [...(element.labels ?? [])].map((one) => words(one.textContent)).join(' ')
    const caption = element.querySelector('caption')
    // As it is read: without what is hidden.
    return words(caption?.textContent ?? (element instanceof HTMLElement ? element.innerText : ''))
  }
  // Where there is a count beside it, as in a list of filters, it is no part of the name.
  const isCalled = (element: Element, name: string) =>
    [nameOf(element), nameOf(element).replace(/\s*\d+$/, '')].includes(name)
  let found: Element[] = [document.documentElement]
  for (const { selector, name } of path)
    found = found
      .flatMap((element) => [...element.querySelectorAll(selector)])
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => name === null || isCalled(element, name))
  return found
}

/** A target as `findInPage` takes it, from the outside in. */
export const pathTo = ({ role, name, within }: Target): { selector: string; name: string | null }[] => [
  ...(within === undefined ? [] : pathTo(within)),
  { selector: selectors[role], name: name ?? null },
]

/** A target in the words of a failure. */
export const inWords = ({ role, name, within }: Target): string =>
  `${role}${name === undefined ? '' : ` "${name}"`}${within === undefined ? '' : ` in ${inWords(within)}`}`
