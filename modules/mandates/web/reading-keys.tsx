import { useEffect, useState } from 'react'
import { useWords } from '#web'
import styles from './reading.module.css'

const keptAs = 'resolute.reading-keys'

export interface KeyState {
  /** Scripts run: only then are there keys at all. */
  readonly ready: boolean
  readonly on: boolean
  turn(on: boolean): void
}

/**
 * Single keys for whoever works through the queue: each follows the link or presses the button marked with it, never
 * while something is typed. They can be turned off, and stay off in this browser (WCAG 2.1.4).
 */
export function useKeys(): KeyState {
  const [state, setState] = useState({ ready: false, on: false })
  useEffect(() => setState({ ready: true, on: localStorage.getItem(keptAs) !== 'off' }), [])
  useEffect(() => {
    if (!state.on) return
    const pressed = (event: KeyboardEvent) => {
      const { target } = event
      const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[a-z]$/.test(event.key)) return
      const meant = document.querySelector<HTMLElement>(`[data-key="${event.key}"]`)
      if (!meant) return
      event.preventDefault()
      meant.click()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [state.on])
  const turn = (on: boolean) => {
    localStorage.setItem(keptAs, on ? 'on' : 'off')
    setState({ ready: true, on })
  }
  return { ...state, turn }
}

/** Whether keys are on, and the switch; nothing where no script runs. */
export function Keys({ keys }: { readonly keys: KeyState }) {
  const words = useWords()
  if (!keys.ready) return null
  return (
    <p className={styles.keys}>
      <label>
        <input type="checkbox" checked={keys.on} onChange={({ currentTarget }) => keys.turn(currentTarget.checked)} />{' '}
        {words('readings.keys')}
      </label>
    </p>
  )
}

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
