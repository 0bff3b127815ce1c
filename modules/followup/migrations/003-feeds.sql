-- Secret addresses under which people subscribe to what concerns them. Only the hash is kept; a new one ends the old.
create table followup.feed_addresses (
  person bigint primary key references parties.people (id),
  token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
  made_at timestamptz not null
);
