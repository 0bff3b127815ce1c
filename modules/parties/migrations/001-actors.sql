-- Who can be asked: States, bodies, entities, organizations, groups. Rows come from the reviewed files of the module.
create schema parties;

create table parties.actors (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Order in which people expect to read them: as in the files.
  position integer not null unique deferrable initially deferred,
  kind text not null check (kind in ('state', 'body', 'entity', 'organization', 'group')),
  name jsonb not null check (name ? 'en'),
  short text check (short <> ''),
  aliases text[] not null,
  regional_group text check (
    regional_group in ('africa', 'asia-pacific', 'eastern-europe', 'latin-america-caribbean', 'western-europe-others')
  ),
  alpha3 text unique check (alpha3 ~ '^[A-Z]{3}$'),
  m49 text unique check (m49 ~ '^\d{3}$'),
  -- Checked at the end of the transaction: a part may stand before its whole.
  part_of text references parties.actors (id) deferrable initially deferred,
  covers text check (covers in ('every-state', 'some-states')),
  check (kind <> 'state' or (regional_group is not null and alpha3 is not null and m49 is not null))
);

create index actors_part_of on parties.actors (part_of);

-- One row: which directory the table holds. Readers keep the directory in memory for as long as the revision stands.
create table parties.directory (
  single boolean primary key default true check (single),
  revision integer not null,
  sha256 text not null
);

insert into parties.directory (revision, sha256) values (0, '');
