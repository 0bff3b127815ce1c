-- Lines of descent, worked out from the standing versions: all of it derived, and made anew from them when it is gone.
create schema if not exists lineage;

-- Every unit of every standing version, with its place in time and the text it continues.
create table lineage.texts (
  document text not null references documents.documents (id),
  unit text not null,
  version int not null,
  -- Its pieces are those of the version from `first_n` to `last_n`.
  first_n int not null,
  last_n int not null,
  title text,
  title_key text not null,
  organ text,
  body text,
  session_body text,
  session_number int,
  day date,
  language text not null,
  -- In the order of arrival.
  seq bigint generated always as identity,
  -- The last that had arrived when this one was traced; null where it is to be traced.
  traced bigint,
  before_document text,
  before_unit text,
  share real,
  why text[] not null default '{}',
  same int not null default 0,
  edited int not null default 0,
  added int not null default 0,
  dropped int not null default 0,
  primary key (document, unit),
  check ((before_document is null) = (before_unit is null))
);

create index texts_to_trace on lineage.texts (day, document) where traced is null;
create index texts_before on lineage.texts (before_document, before_unit);
create index texts_title on lineage.texts (title_key) where title_key <> '';

-- What a paragraph was before: in the text its own text continues, or taken over from another one.
create table lineage.links (
  document text not null,
  n int not null,
  unit text not null,
  path text,
  before_document text not null,
  before_n int not null,
  how text not null check (how in ('same', 'edited', 'taken-over')),
  similarity real not null,
  primary key (document, n),
  foreign key (document, unit) references lineage.texts (document, unit) on delete cascade
);

create index links_before on lineage.links (before_document, before_n);

-- Mandates like earlier ones of other series: for persons to judge.
create table lineage.overlaps (
  document text not null,
  unit text not null,
  n int not null,
  path text not null,
  -- Ids of the mandates.
  mandate text not null,
  other_document text not null,
  other_unit text not null,
  other_n int not null,
  other_path text not null,
  other_mandate text not null,
  similarity real not null,
  primary key (document, n, other_document, other_n),
  foreign key (document, unit) references lineage.texts (document, unit) on delete cascade
);

create index overlaps_similarity on lineage.overlaps (similarity desc, document, n);
create index overlaps_other on lineage.overlaps (other_document);

-- Mandates that were renewed, each with the one it goes back to; the first stands for itself.
create table lineage.recurring (
  document text not null,
  unit text not null,
  path text not null,
  n int not null,
  first_document text not null,
  first_n int not null,
  primary key (document, n)
);

create index recurring_first on lineage.recurring (first_document, first_n);

-- How many mandates there are and how many of them renew another one, when that was last counted.
create table lineage.figures (
  only_row boolean primary key default true check (only_row),
  mandates int not null,
  renewals int not null,
  recurring int not null,
  -- The last text that had been traced then.
  traced bigint not null
);

-- What persons said of a possible overlap, once. Rows are added and never touched again; for two paragraphs with these
-- words the latest row counts, and one that withdraws leaves the question open again.
create table lineage.judgements (
  key bigint generated always as identity primary key,
  document text not null references documents.documents (id),
  unit text not null,
  path text not null,
  text text not null,
  other_document text not null references documents.documents (id),
  other_unit text not null,
  other_path text not null,
  other_text text not null,
  kind text not null check (kind in ('overlap', 'renewal', 'not-related', 'withdrawn')),
  note text not null,
  by text not null check (by <> ''),
  at timestamptz(3) not null
);

create index judgements_pair on lineage.judgements (document, unit, path, other_document, other_unit, other_path, key);

create function lineage.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete on lineage.judgements
  for each row execute function lineage.refuse_change();
create trigger no_truncate before truncate on lineage.judgements
  for each statement execute function lineage.refuse_change();
