-- Who may sign in, and what each may do. An e-mail address stands here and nowhere else: never in the ledger.
create table parties.people (
  id bigint generated always as identity primary key,
  -- Null once forgotten: what the person did stays under the number.
  email text check (email ~ '^[^\s@]+@[^\s@]+$'),
  name text check (name <> ''),
  language text not null check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  created_at timestamptz not null,
  closed_at timestamptz,
  check (closed_at is not null or (email is not null and name is not null))
);

-- One open account an address, in any spelling of its case.
create unique index people_email on parties.people (lower(email)) where closed_at is null;

create table parties.grants (
  id bigint generated always as identity primary key,
  person bigint not null references parties.people (id),
  role text not null check (role in ('focal-point', 'officer', 'evaluator', 'administrator')),
  actor text references parties.actors (id),
  -- Where in the actor a focal point works, as people there say it: mission, ministry, agency.
  unit text check (unit <> ''),
  -- As the ledger names it: person:1, command-line:root.
  given_by text not null,
  given_at timestamptz not null,
  until_at timestamptz,
  check ((role = 'focal-point') = (actor is not null)),
  check (unit is null or actor is not null)
);

create index grants_person on parties.grants (person);
create index grants_actor on parties.grants (actor) where actor is not null;

-- Somebody signed in on a device. Only hashes of tokens are kept.
create table parties.sessions (
  id bigint generated always as identity primary key,
  sha256 bytea not null unique check (octet_length(sha256) = 32),
  -- The token before this one: good until the new one has arrived, then a sign that somebody copied it.
  before_sha256 bytea unique check (octet_length(before_sha256) = 32),
  person bigint not null references parties.people (id),
  way text not null check (way in ('invitation', 'link', 'passkey', 'openid')),
  device text not null,
  created_at timestamptz not null,
  -- When the token was given out, and when it was first used.
  turned_at timestamptz not null,
  arrived_at timestamptz,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);

create index sessions_person on parties.sessions (person);
create index sessions_expiry on parties.sessions (expires_at);

create table parties.sign_in_links (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  person bigint not null references parties.people (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create index sign_in_links_person on parties.sign_in_links (person);

create table parties.passkeys (
  -- Credential id, base64url.
  id text primary key,
  person bigint not null references parties.people (id),
  name text not null check (name <> ''),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  used_at timestamptz
);

create index passkeys_person on parties.passkeys (person);

-- What a browser was given at the start of a sign-in and has to bring back: once, and soon.
create table parties.ceremonies (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  kind text not null check (kind in ('add-passkey', 'passkey', 'openid')),
  person bigint references parties.people (id),
  state jsonb not null,
  expires_at timestamptz not null
);

-- How often something was tried in a window of time. Keys are hashes of an address or a network.
create table parties.tries (
  key bytea primary key check (octet_length(key) = 32),
  window_at timestamptz not null,
  count integer not null
);

create index tries_window on parties.tries (window_at);
