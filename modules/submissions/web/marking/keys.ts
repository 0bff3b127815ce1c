/** Where `useKeys` of the design system keeps it too: turned off on one page, single keys are off on every page. */
const keptAs = 'resolute.keys'

/**
 * Single keys that follow the link marked with them (`data-key`), never while something is typed, on a page that is not
 * rendered again in the browser. The box that turns them off (WCAG 2.1.4) is shown once the script runs.
 */
export function startKeys(): void {
  const place = document.querySelector<HTMLElement>('[data-keys]')
  const box = place?.querySelector('input')
  if (!place || !box) return
  place.hidden = false
  box.checked = localStorage.getItem(keptAs) !== 'off'
  box.addEventListener('change', () => localStorage.setItem(keptAs, box.checked ? 'on' : 'off'))
  addEventListener('keydown', ({ target, key, ctrlKey, metaKey, altKey }) => {
    const typing = target instanceof Element && target.closest('input, textarea, select') !== null
    if (!box.checked || typing || ctrlKey || metaKey || altKey || !/^[a-z]$/.test(key)) return
    document.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click()
  })
}
