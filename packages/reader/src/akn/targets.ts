import { element, unescaped, type XmlElement, type XmlNode } from './element.ts'

const front = '#?'

/** A link to a paragraph of the same text, until it is known which eId that gets. */
export const pendingTarget = (component: string, path: string): string => `${front}${component}?${path}`

const links = ['href', 'from', 'upTo'] as const
const isPending = ({ attributes }: XmlElement) => links.some((name) => attributes[name]?.startsWith(front))

function* elementsIn(nodes: readonly XmlNode[]): Generator<XmlElement> {
  for (const node of nodes) if (typeof node !== 'string') yield node
}

/** eIds of paragraphs, points and agenda items by component and path. */
function eIdsIn(root: XmlElement): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (one: XmlElement, component: string, holder: string | null): void => {
    const { name, attributes, children } = one
    const here = name === 'component' ? (attributes.eId ?? component) : component
    const own =
      (name === 'paragraph' || name === 'point' || name === 'hcontainer') && attributes.eId ? attributes.eId : holder
    const path = attributes['rs:path']
    if (path !== undefined && own !== null) {
      const key = `${front}${here}?${unescaped(path)}`
      if (!found.has(key)) found.set(key, own)
    }
    for (const below of elementsIn(children)) walk(below, here, own)
  }
  walk(root, '', null)
  return found
}

/** A document with its links to paragraphs led to their eIds. One that leads nowhere is plain text again. */
export function withTargets(root: XmlElement): XmlElement {
  const eIds = eIdsIn(root)
  const led = (one: XmlElement): readonly XmlNode[] => {
    const children = one.children.flatMap((node) => (typeof node === 'string' ? [node] : led(node)))
    if (!isPending(one)) return [{ ...one, children }]
    const attributes = Object.fromEntries(
      Object.entries(one.attributes).map(([name, value]) => [
        name,
        value.startsWith(front) ? (eIds.get(value) ?? '') : value,
      ]),
    )
    if (links.some((name) => attributes[name] === '')) return children
    return [
      element(
        one.name,
        Object.fromEntries(
          Object.entries(attributes).map(([name, value]) => [
            name,
            one.attributes[name]?.startsWith(front) ? `#${value}` : value,
          ]),
        ),
        children,
      ),
    ]
  }
  return { ...root, children: root.children.flatMap((node) => (typeof node === 'string' ? [node] : led(node))) }
}
