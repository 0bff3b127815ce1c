/**
 * States whose short English name takes the article in running text (UNTERM, "the ..."), by their ids. In lists and
 * tables names stand without it.
 */
const withThe = new Set('bs cf km cg cd do gm kp kr la mv mh nl ne ph md ru sd sy ae gb tz us'.split(' '))

/** The article a name has in front of it in an English sentence. */
export const englishArticle = (actor: string | null): 'the ' | '' =>
  actor !== null && withThe.has(actor) ? 'the ' : ''
