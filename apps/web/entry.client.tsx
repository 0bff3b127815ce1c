import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'

// Fetched only by pages that ask for scripts; see interactive.ts.
startTransition(() => {
  hydrateRoot(document, <HydratedRouter />)
})
