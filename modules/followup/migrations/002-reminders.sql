-- Letters about what is due: reminders, one letter a day and person, and of sessions that were moved, one letter a move.

-- How often somebody wants such letters; daily where no row says otherwise.
create table followup.letter_settings (
  person bigint primary key references parties.people (id),
  frequency text not null check (frequency in ('daily', 'weekly', 'never')),
  set_at timestamptz not null
);

create table followup.digests (
  key bigint generated always as identity primary key,
  person bigint not null references parties.people (id),
  day date not null,
  -- The link in the letter under which its reader changes how often they come.
  token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
  at timestamptz(3) not null,
  unique (person, day)
);

-- Each reminder once: for one date of one matter, by one rule, to one person.
create table followup.reminders (
  holder text not null,
  n int not null,
  due date not null,
  rule text not null check (rule <> ''),
  person bigint not null references parties.people (id),
  digest bigint not null references followup.digests (key),
  primary key (holder, n, due, rule, person)
);

create index reminders_digest on followup.reminders (digest);

-- Moves of sessions whose news has to go round; `told_at` is set in the transaction that posts the letters.
create table followup.moves (
  move int primary key,
  body text not null,
  number int not null,
  part text not null,
  from_first date,
  from_last date,
  to_first date not null,
  to_last date not null,
  reason text not null,
  told_at timestamptz
);

create index moves_untold on followup.moves (move) where told_at is null;

-- What was due by the session when it was moved, with its days before: Period[].
create table followup.moved_dues (
  move int not null references followup.moves (move),
  holder text not null,
  n int not null,
  before jsonb not null,
  primary key (move, holder, n)
);

do $$
declare name text;
begin
  foreach name in array array['digests', 'reminders', 'moved_dues'] loop
    execute format('create trigger append_only before update or delete on followup.%I
      for each row execute function followup.refuse_change()', name);
    execute format('create trigger no_truncate before truncate on followup.%I
      for each statement execute function followup.refuse_change()', name);
  end loop;
end
$$;
