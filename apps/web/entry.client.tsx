import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'

// Fetched only by pages that ask for scripts; see `useInteractive` in root.tsx.
startTransition(() => {
  hydrateRoot(document, <HydratedRouter />)
})
