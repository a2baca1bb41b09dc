const keepForMs = 60_000

/** Hands a text to the browser as a file to save. */
export const downloadText = (name: string, text: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // A browser may read the file only after this task; a download that asks where to save waits for a person.
  setTimeout(() => URL.revokeObjectURL(url), keepForMs)
}
