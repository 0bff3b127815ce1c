/**
 * Runs acts on the same things one after the other, in the order in which they were asked for, and acts on other things
 * meanwhile. What an act is on is known only once it is prepared: so none starts before those asked for earlier have said
 * it, whichever of them is prepared first.
 */
export function inOrder(): <P, T>(
  prepare: () => Promise<P>,
  on: (prepared: P) => readonly string[],
  act: (prepared: P) => Promise<T>,
) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  let allSaid: Promise<unknown> = Promise.resolve()
  return async (prepare, on, act) => {
    const before = allSaid
    const { promise: said, resolve: say } = Promise.withResolvers<void>()
    allSaid = Promise.all([before, said])
    try {
      const prepared = await prepare()
      await before
      const things = on(prepared)
      const done = Promise.all(things.map((thing) => last.get(thing))).then(() => act(prepared))
      const ended = done.catch(() => {})
      for (const thing of things) last.set(thing, ended)
      say()
      await ended
      for (const thing of things) if (last.get(thing) === ended) last.delete(thing)
      return await done
    } finally {
      say()
    }
  }
}

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
