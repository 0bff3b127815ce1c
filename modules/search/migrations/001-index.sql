-- The index over every paragraph: parts that never change once they are written (decision 006). A document that stands
-- has one entry; the next version of it gets the next entry, and what is in the index of the old one counts no more.
create schema search;
create extension if not exists pg_trgm;

create table search.documents (
  document text primary key references documents.documents (id),
  entry bigint not null unique,
  version int not null,
  language text not null,
  title text not null,
  adopted date,
  -- The id as it is compared: in lower case, without blanks.
  symbol text not null,
  foreign key (document, version) references documents.versions (document, version)
);
create index documents_symbol on search.documents (symbol text_pattern_ops);
create sequence search.entries;

-- What is cited as one: for titles of hits, for symbols and numbers as people type them, for what is begun to type.
create table search.units (
  document text not null references search.documents (document),
  n int not null,
  unit text not null,
  type text not null,
  -- As printed, without its final stop: `2012/19`, `20/1`.
  number text,
  title text,
  -- Id among the actors of the organ that speaks.
  body text,
  adopted date,
  -- Unit and number as they are compared: in lower case, without blanks.
  symbol text not null,
  short text,
  primary key (document, n)
);
create index units_symbol on search.units (symbol text_pattern_ops);
create index units_short on search.units (short text_pattern_ops);
create index units_title on search.units using gin (title gin_trgm_ops);

-- Standing versions whose words stand in no segment yet: read from the texts themselves by whoever searches.
create table search.pending (
  entry bigint primary key,
  document text not null,
  version int not null,
  -- Of each paragraph by its place: who is asked. `{"12": ["unodc"]}`
  asked jsonb not null,
  foreign key (document, version) references documents.versions (document, version)
);

-- Entries that stand no more, but are in a segment or pending still.
create table search.gone (entry bigint primary key);

-- Many entries together. Never changed, only replaced by larger ones.
create table search.segments (
  id bigint generated always as identity primary key,
  paragraphs int not null,
  -- Documents of it in the order of `columns`, names of bodies and actors.
  holds jsonb not null,
  -- What each paragraph is, in the order of the segment, column by column.
  columns bytea not null
);
alter table search.segments alter column columns set storage external;

-- Where each word stands: one row for all forms of a word in a segment.
create table search.terms (
  language text not null,
  stem text not null,
  segment bigint not null,
  -- The forms found, with a blank between; places name them by their order here.
  forms text not null,
  count int not null,
  paragraphs bytea not null,
  places bytea not null,
  primary key (language, stem, segment)
);
alter table search.terms alter column paragraphs set storage external;
alter table search.terms alter column places set storage external;

-- Every form of every word in a segment, with what it is filed under: for words typed without their accents, whose stem
-- cannot be told from themselves, and for "did you mean".
create table search.vocabulary (
  language text not null,
  form text not null,
  stem text not null,
  primary key (language, form, stem)
);
create index vocabulary_exactly on search.vocabulary (form);
create index vocabulary_alike on search.vocabulary using gin (form gin_trgm_ops);
