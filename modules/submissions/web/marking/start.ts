import { startKeys } from './keys.ts'

/**
 * What the page of replies does besides where scripts run: words selected in a reply, or in the field of its form, are
 * the words that are marked. Everything here can be done without.
 */
function start(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('details[data-marking]')) {
    const form = folded.querySelector('form')
    const field = folded.querySelector<HTMLTextAreaElement>('textarea[name="quote"]')
    if (!form || !field) continue
    const whole = field.defaultValue
    form.addEventListener('submit', () => {
      const [from, to] = [field.selectionStart, field.selectionEnd]
      if (field.value !== whole || from === to || to - from === whole.length) return
      take(form, field, whole, from, to)
    })
  }
  document.addEventListener('pointerup', () => setTimeout(selected))
}

/** The words between two places of a text, without the white space around them. */
function take(form: HTMLFormElement, field: HTMLTextAreaElement, whole: string, from: number, to: number): void {
  const words = whole.slice(from, to)
  const place = form.elements.namedItem('start')
  if (place instanceof HTMLInputElement) place.value = String(from + words.length - words.trimStart().length)
  field.value = words.trim()
}

/** Words selected by the pointer within one text: its form is opened with these words in it. */
function selected(): void {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0)
  const textOf = (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-text]')
  const text = textOf(range.startContainer)
  if (!text || text !== textOf(range.endContainer)) return
  const folded = document.querySelector<HTMLDetailsElement>(
    `details[data-marking="${CSS.escape(text.dataset.text ?? '')}"]`,
  )
  const form = folded?.querySelector('form')
  const field = folded?.querySelector<HTMLTextAreaElement>('textarea[name="quote"]')
  if (!folded || !form || !field) return
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const from = before.toString().length
  take(form, field, text.textContent ?? '', from, from + range.toString().length)
  folded.open = true
}

start()
startKeys()
