/** Sent to the page by itself: `j` and `k` go to the next and the previous change, as the links beside each do. */

const keptAs = 'resolute.compare-keys'
const holder = document.querySelector<HTMLElement>('[data-keys]')
const box = holder?.querySelector<HTMLInputElement>('input')

/** The change whose top is nearest below that of the window, or above it. */
function neighbour(forward: boolean): Element | undefined {
  const changes = [...document.querySelectorAll('[data-change]')]
  const here = document.querySelector('[data-change]:target')
  const at = here ? changes.indexOf(here) : -1
  const inView = here && here.getBoundingClientRect().bottom > 0 && here.getBoundingClientRect().top < innerHeight
  if (at >= 0 && inView) return changes[at + (forward ? 1 : -1)]
  const below = changes.findIndex((change) => change.getBoundingClientRect().top > 1)
  if (below < 0) return forward ? undefined : changes.at(-1)
  return changes[forward ? below : below - 1]
}

function pressed(event: KeyboardEvent): void {
  const { target, key } = event
  const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
  const elsewhere = typing && !(target instanceof HTMLInputElement && target.type === 'checkbox')
  if (!box?.checked || elsewhere || event.ctrlKey || event.metaKey || event.altKey || (key !== 'j' && key !== 'k'))
    return
  const found = neighbour(key === 'j')
  if (!found) return
  event.preventDefault()
  location.hash = `#${encodeURIComponent(found.id).replaceAll('%2F', '/')}`
  found.querySelector('a')?.focus({ preventScroll: true })
}

if (holder && box) {
  box.checked = localStorage.getItem(keptAs) !== 'off'
  box.addEventListener('change', () => localStorage.setItem(keptAs, box.checked ? 'on' : 'off'))
  addEventListener('keydown', pressed)
  holder.hidden = false
}
