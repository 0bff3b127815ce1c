/** The door of addresses: how an id stands in one. Knows no module, and runs in a browser too. */

/** An id as part of an address, percent-encoded part by part: slashes of symbols stay, as in `E/RES/2012/19%2317`. */
export const inAddress = (id: string): string => id.split('/').map(encodeURIComponent).join('/')
