/** Remembers the answer of a pure function for as long as its (never mutated) argument lives. */
export const perObject = <T extends object, R>(compute: (object: T) => R): ((object: T) => R) => {
  const answers = new WeakMap<T, { answer: R }>()
  return (object) => {
    const cached = answers.get(object)
    if (cached !== undefined) return cached.answer
    const answer = compute(object)
    answers.set(object, { answer })
    return answer
  }
}
