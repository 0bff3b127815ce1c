/**
 * Lets at most so many acts run at once; the others wait in the order they came. An import holds one connection of the
 * pool and asks for a second one (the calendar, the directory): if every connection were held by an import, none could
 * go on.
 */
export function turns(most: number): <T>(act: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = most
  return async (act) => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await act()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
