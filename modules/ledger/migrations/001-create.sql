-- The ledger: what happened, once. Rows are added and never touched again; the database itself refuses.
create schema ledger;

create table ledger.entries (
  seq bigint primary key check (seq > 0),
  at timestamptz(3) not null,
  who text not null check (who <> ''),
  act text not null check (act ~ '^[a-z-]+\.[a-z-]+$'),
  "on" text not null check ("on" <> ''),
  -- Canonical JSON as it was hashed; text, because jsonb would not give the same bytes back.
  data text not null check (data is json),
  previous text not null check (previous ~ '^[0-9a-f]{64}$'),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
);

create index entries_on on ledger.entries ("on", seq);
create index entries_act on ledger.entries (act, seq);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger.entries is append-only: % refused', tg_op using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete on ledger.entries
  for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.entries
  for each statement execute function ledger.refuse_change();
