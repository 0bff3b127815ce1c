import { type ReactNode, useEffect, useState } from 'react'
import styles from './keys.module.css'

const keptAs = 'resolute.keys'

export interface KeyState {
  /** Scripts run: only then are there keys at all. */
  readonly ready: boolean
  readonly on: boolean
  turn(on: boolean): void
}

/** What a key does where it does more than what is marked with it. Made once, outside the component. */
export type KeyMoves = Readonly<Record<string, () => void>>

const none: KeyMoves = {}

/**
 * Single keys for whoever works through a list: each does its move, else follows the link, presses the button or goes
 * into the field marked with it (`data-key`), never while something is typed. They can be turned off, and stay off in
 * this browser (WCAG 2.1.4).
 */
export function useKeys(moves: KeyMoves = none): KeyState {
  const [state, setState] = useState({ ready: false, on: false })
  useEffect(() => setState({ ready: true, on: localStorage.getItem(keptAs) !== 'off' }), [])
  useEffect(() => {
    if (!state.on) return
    const pressed = (event: KeyboardEvent) => {
      const { target, key } = event
      const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[a-z/]$/.test(key)) return
      const move = Object.hasOwn(moves, key) ? moves[key] : undefined
      const meant = document.querySelector<HTMLElement>(`[data-key="${key}"]`)
      if (!move && !meant) return
      event.preventDefault()
      if (move) move()
      else if (meant instanceof HTMLInputElement) meant.select()
      else meant?.click()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [state.on, moves])
  const turn = (on: boolean) => {
    localStorage.setItem(keptAs, on ? 'on' : 'off')
    setState({ ready: true, on })
  }
  return { ...state, turn }
}

/** Whether keys are on, and the switch, which says what they do; nothing where no script runs. */
export function Keys({ keys, children }: { readonly keys: KeyState; readonly children: ReactNode }) {
  if (!keys.ready) return null
  return (
    <p className={styles.keys}>
      <label>
        <input type="checkbox" checked={keys.on} onChange={({ currentTarget }) => keys.turn(currentTarget.checked)} />{' '}
        {children}
      </label>
    </p>
  )
}
