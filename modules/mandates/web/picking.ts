import { useEffect } from 'react'

/**
 * Words selected in the paragraph go into the field that was used last, among those that hold words of the text. The
 * form works by typing alone.
 */
export function usePicking(on: boolean): void {
  useEffect(() => {
    if (!on) return
    let field: HTMLInputElement | HTMLTextAreaElement | null = null
    const focused = ({ target }: FocusEvent) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
        field = target.hasAttribute('data-span') ? target : null
      }
    }
    const picked = ({ target }: MouseEvent) => {
      const words = getSelection()?.toString().trim() ?? ''
      if (!field || words === '' || !(target instanceof Element) || !target.closest('[data-quote]')) return
      field.value = words
      field.focus()
    }
    addEventListener('focusin', focused)
    addEventListener('mouseup', picked)
    return () => {
      removeEventListener('focusin', focused)
      removeEventListener('mouseup', picked)
    }
  }, [on])
}
