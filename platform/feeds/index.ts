/** The door of feeds: what a feed reader subscribes to, as Atom. Knows no module. */
export { type AtomEntry, type AtomFeed, toAtom } from './atom.ts'
