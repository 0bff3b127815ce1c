-- What is done once in the life of an installation: the samples imported, the first administrator invited.
create table platform.milestones (
  name text primary key check (name <> ''),
  reached_at timestamptz not null
);

-- Links that let somebody in once. Only the hash of the token is kept.
create table platform.invitations (
  token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
  role text not null check (role = 'administrator'),
  created_at timestamptz not null,
  used_at timestamptz
);
