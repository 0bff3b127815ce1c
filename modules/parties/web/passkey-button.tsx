import { useEffect, useRef, useState } from 'react'
import { Button, FormFault, Notice, useWords } from '#web'

interface PasskeyButtonProps {
  readonly text: string
  /** Talks with the device; gives what the form sends. */
  readonly ask: () => Promise<unknown>
}

/**
 * Asks the device for a passkey and sends its form with the answer. The device is asked by script and in no other way,
 * so without script the page says what else can be done.
 */
export function PasskeyButton({ text, ask }: PasskeyButtonProps) {
  const words = useWords()
  const answer = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'unready' | 'ready' | 'asking' | 'failed'>('unready')
  useEffect(() => setState('ready'), [])

  const pressed = async () => {
    setState('asking')
    try {
      const given = await ask()
      if (!answer.current) return
      answer.current.value = JSON.stringify(given)
      answer.current.form?.requestSubmit()
    } catch {
      setState('failed') // cancelled, timed out, or no device: the browser has said which
    }
  }

  return (
    <>
      <input type="hidden" name="response" ref={answer} />
      {state === 'unready' && (
        <Notice title={words('passkey.no-script')}>
          <p>{words('passkey.no-script-why')}</p>
        </Notice>
      )}
      {state === 'failed' && <FormFault>{words('passkey.failed')}</FormFault>}
      <Button type="button" disabled={state === 'unready' || state === 'asking'} onClick={() => void pressed()}>
        {text}
      </Button>
    </>
  )
}
