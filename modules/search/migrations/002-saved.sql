-- Searches people keep under a name of their own, and the secret addresses under which they subscribe to them: only the
-- hash of an address is kept. Whoever is gone keeps none.
create table search.saved (
  id bigint generated always as identity primary key,
  person bigint not null references parties.people (id),
  name text not null check (char_length(name) between 1 and 200),
  -- What was asked: text, order, filter.
  request jsonb not null,
  saved_at timestamptz not null,
  token_sha256 bytea unique check (octet_length(token_sha256) = 32),
  token_made_at timestamptz,
  unique (person, name),
  check ((token_sha256 is null) = (token_made_at is null))
);

create function search.drop_saved() returns trigger language plpgsql as $$
begin
  delete from search.saved where person = new.id;
  return null;
end $$;
create trigger drop_saved after update of closed_at on parties.people
  for each row when (new.closed_at is not null) execute function search.drop_saved();
