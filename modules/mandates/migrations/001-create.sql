-- The register: mandates, what each actor is asked by them, and when that is due.
create schema mandates;

create table mandates.mandates (
  key bigint generated always as identity primary key,
  -- Address; one row per version of the document, one of them standing.
  id text not null,
  document text not null,
  version int not null,
  unit text not null,
  unit_title text,
  path text not null,
  text text not null,
  context jsonb not null,
  organ text,
  -- What dates depend on besides the words: DueContext of the calendar.
  adopted date,
  session_body text,
  session_number int,
  clauses jsonb not null,
  -- The version that took its place; null while it stands.
  superseded_by int,
  unique (document, version, id),
  foreign key (document, version) references documents.versions (document, version)
);

create unique index mandates_standing on mandates.mandates (id) where superseded_by is null;

create table mandates.obligations (
  key bigint generated always as identity primary key,
  mandate bigint not null references mandates.mandates (key),
  -- 1, 2, ... in the order of the text.
  n int not null check (n > 0),
  kind text not null check (kind in ('report', 'event', 'other')),
  force text not null check (force in ('decision', 'request', 'call', 'recommendation', 'recognition')),
  -- Id among the actors; no foreign key, since a name may become known later and the directory may be renamed.
  actor text,
  actor_name text not null,
  actor_as_written text,
  action text not null,
  subject text,
  to_whom jsonb not null,
  conditions jsonb not null,
  timings jsonb not null,
  continuing boolean not null,
  links jsonb not null,
  by text not null,
  certainty double precision not null check (certainty between 0 and 1),
  -- From the dues below, for sorting: the first day of the first one, null where there is no date.
  first_due date,
  unique (mandate, n)
);

create index obligations_actor on mandates.obligations (actor);
create index obligations_first_due on mandates.obligations (first_due, key);

-- Derived from timings and calendar, for the standing mandates only; worked out anew when the calendar changes.
create table mandates.dues (
  obligation bigint not null references mandates.obligations (key),
  n int not null,
  body text,
  session int,
  part text,
  from_date date,
  to_date date,
  reason text,
  due jsonb not null,
  primary key (obligation, n),
  check ((reason is null) = (from_date is not null))
);

create index dues_session on mandates.dues (body, session);

-- Fingerprint of the calendar the dues were worked out from.
create table mandates.worked_out (
  only_row boolean primary key default true check (only_row),
  calendar text not null
);
