-- When bodies meet: sessions in parts with planned and held dates, windows by rule, deadlines of procedure.
create schema calendar;

create table calendar.bodies (
  code text primary key check (code ~ '^[A-Z][A-Z0-9-]*$'),
  position integer not null,
  slug text not null unique check (slug = lower(slug)),
  name jsonb not null check (name ? 'en'),
  actor text not null unique references parties.actors (id),
  aliases text[] not null
);

create table calendar.sessions (
  body text not null references calendar.bodies (code),
  number integer not null check (number > 0),
  place text,
  -- True: computed by a rule, nobody fixed days.
  is_window boolean not null,
  note text,
  primary key (body, number)
);

create table calendar.parts (
  body text not null,
  number integer not null,
  part text not null check (part in ('opening', 'regular', 'reconvened')),
  position integer not null,
  planned_from date,
  planned_to date,
  held_from date,
  held_to date,
  mark text not null check (mark in ('verified', 'unverified', 'derived')),
  note text,
  primary key (body, number, part),
  foreign key (body, number) references calendar.sessions (body, number) on delete cascade,
  check (planned_from <= planned_to and (planned_from is null) = (planned_to is null)),
  check (held_from <= held_to and (held_from is null) = (held_to is null)),
  check (planned_from is not null or held_from is not null)
);

create table calendar.windows (
  body text not null references calendar.bodies (code),
  part text not null check (part in ('opening', 'regular', 'reconvened')),
  first_number integer not null,
  first_year integer not null,
  every_years integer not null check (every_years > 0),
  -- Month and day, MM-DD.
  starts text not null check (starts ~ '^\d{2}-\d{2}$'),
  ends text not null check (ends ~ '^\d{2}-\d{2}$'),
  years_later integer not null check (years_later >= 0),
  note text not null,
  primary key (body, part, first_number)
);

create table calendar.deadlines (
  position integer primary key,
  code text not null,
  -- Null: for every body.
  body text references calendar.bodies (code),
  count integer not null check (count > 0),
  unit text not null check (unit in ('day', 'week', 'month', 'year')),
  from_session integer,
  source text not null
);

-- One row: which calendar the tables hold. Readers keep the calendar in memory for as long as the revision stands.
create table calendar.revision (
  single boolean primary key default true check (single),
  revision integer not null,
  sha256 text not null
);

insert into calendar.revision (revision, sha256) values (0, '');
