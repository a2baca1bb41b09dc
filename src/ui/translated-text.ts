// A translator in the browser takes text out of the page and puts elements of its own in its place. What draws the page goes on with
// the text it made: a figure would no longer change, and what is taken off the page could not be found.

const isStandIn = (node: Node | null | undefined): node is Element =>
  node instanceof Element && node.tagName === 'FONT'

/**
 * Puts each text that a translator takes away back before what stands for it, emptied, so that it can be changed and removed as ever. A
 * new text takes the place of its translation, and is translated anew by whoever watches. Returns what ends it.
 */
export const keepTranslatedText = (root: Node): (() => void) => {
  const taken = new WeakMap<Text, { stand: Element; original: string }>()
  const stands = new WeakMap<Element, Text>()

  /** The translation of a text goes: that was changed or removed, or is wanted as it was. */
  const release = (text: Text, isWantedAgain: boolean) => {
    const known = taken.get(text)
    if (known === undefined) return
    taken.delete(text)
    known.stand.remove()
    if (isWantedAgain) text.data = known.original
  }

  const take = (text: Text, parent: Node, stand: Element) => {
    taken.set(text, { stand, original: text.data })
    stands.set(stand, text)
    text.data = ''
    parent.insertBefore(text, stand)
  }

  const onRemoved = (node: Node, { target, addedNodes, previousSibling, nextSibling }: MutationRecord) => {
    if (node instanceof Text && taken.has(node)) {
      if (!node.isConnected) release(node, false)
    } else if (node instanceof Text) {
      const stand = [...addedNodes, previousSibling, nextSibling].find(
        (other) => isStandIn(other) && !stands.has(other),
      )
      if (isStandIn(stand) && stand.parentNode === target && !node.isConnected) take(node, target, stand)
    } else if (isStandIn(node) && !node.isConnected) {
      const text = stands.get(node)
      if (text === undefined || !text.isConnected) return
      for (const added of addedNodes) if (added instanceof Text && added !== text) added.remove()
      release(text, true)
    }
  }

  const observer = new MutationObserver((records) => {
    for (const record of records)
      if (record.target instanceof Text) release(record.target, false)
      else for (const node of record.removedNodes) onRemoved(node, record)
    // What was done here is known already.
    observer.takeRecords()
  })
  observer.observe(root, { subtree: true, childList: true, characterData: true })
  return () => observer.disconnect()
}
