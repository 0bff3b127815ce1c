import type { MadeForm } from './exchange.ts'

const kinds: Readonly<Record<MadeForm, { readonly end: string; readonly type: string }>> = {
  outline: { end: '.outline.json', type: 'application/json' },
  akn: { end: '.akn.xml', type: 'application/xml' },
  text: { end: '.txt', type: 'text/plain;charset=utf-8' },
}

/** Signs that a file's name may hold on every system. */
const plainName = (name: string) => name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80) || 'text'

/** Hands a text to the browser as a file to keep. It is made here and sent nowhere. */
export function save(name: string, form: MadeForm, text: string): void {
  const { end, type } = kinds[form]
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${plainName(name)}${end}`
  link.click()
  // some browsers read the file only after the click is over
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
