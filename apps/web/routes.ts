import { index, type RouteConfig, route } from '@react-router/dev/routes'

const page = (module: string, name: string): string => `../../modules/${module}/web/${name}.tsx`

/** Every page of the site. A page stands in the module furthest to the left that knows all it shows. */
export default [
  index(page('mandates', 'what-is-due')),
  route('register', page('mandates', 'register')),
  route('documents', page('documents', 'documents')),
  route('documents/*', page('mandates', 'document')),
  route('compare', page('documents', 'compare')),
  route('mandates/*', page('mandates', 'mandate')),
  route('dossiers', page('followup', 'dossiers')),
  route('dossiers/*', page('followup', 'dossier')),
  route('readings', page('mandates', 'readings')),
  route('readings/*', page('mandates', 'reading')),
  route('actors', page('mandates', 'actors')),
  route('actors/:actor', page('mandates', 'actor')),
  route('actors/:actor/asked', page('followup', 'asked')),
  route('sessions', page('calendar', 'sessions')),
  route('sessions/:body/:number', page('reports', 'session')),
  route('sessions/:body/:number/move', page('calendar', 'move-session')),
  route('sessions/:body/:number/report', page('reports', 'report')),
  route('reports/:id', page('reports', 'issued')),
  route('read', 'pages/read.tsx'),
  route('ledger', page('ledger', 'ledger')),
  route('sign-in', page('parties', 'sign-in')),
  route('sign-in/link', page('parties', 'sign-in-link')),
  route('sign-in/passkey', page('parties', 'sign-in-passkey')),
  route('sign-out', page('parties', 'sign-out')),
  route('account', page('parties', 'account')),
  route('account/passkey', page('parties', 'add-passkey')),
  route('letters', page('followup', 'letters')),
  route('outbox', 'pages/outbox.tsx'),
  route('people', page('parties', 'people')),
  route('people/:person', page('parties', 'person')),
  route('about', 'pages/about.tsx'),
  route('*', 'pages/missing.tsx'),
] satisfies RouteConfig
