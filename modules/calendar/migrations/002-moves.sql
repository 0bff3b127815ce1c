-- Sessions that were rescheduled. The calendar that ships stays as it was loaded; these rows are laid over it.
create table calendar.moves (
  n integer generated always as identity primary key,
  body text not null references calendar.bodies (code),
  number integer not null check (number > 0),
  part text not null check (part in ('opening', 'regular', 'reconvened')),
  -- The dates that counted before; null where nobody had fixed days.
  from_first date,
  from_last date,
  to_first date not null,
  to_last date not null,
  reason text not null check (reason <> ''),
  moved_by text not null,
  moved_at timestamptz(3) not null,
  check ((from_first is null) = (from_last is null)),
  check (to_first <= to_last)
);

create index moves_session on calendar.moves (body, number, n);

create function calendar.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete on calendar.moves
  for each row execute function calendar.refuse_change();
create trigger no_truncate before truncate on calendar.moves
  for each statement execute function calendar.refuse_change();
