-- What the standing version of every text cites. Targets are kept by what they are called; which text of the register
-- that is, is found when it is asked: a text imported later is linked by itself.
create schema citations;

-- Which rules each standing version was read with: other rules read it anew at the next start.
create table citations.read_with (
  document text primary key references documents.documents (id),
  version int not null,
  rules text not null,
  -- What contradicts itself in the source, as notes of the reader.
  slips jsonb not null default '[]'
);

insert into citations.read_with (document, version, rules)
select id, version, '' from documents.documents where version > 0;

-- What cites, and can be cited, as one: a document, and each adoptable unit of one that holds several.
create table citations.texts (
  document text not null references documents.documents (id),
  -- Empty for the document itself.
  unit text not null,
  label text not null,
  title text not null,
  adopted date,
  act text check (act in ('resolution', 'decision')),
  number text,
  body text,
  year int,
  primary key (document, unit)
);

-- What a text is cited as: its symbol, and body and number where it prints them.
create table citations.names (
  key text not null,
  document text not null,
  unit text not null,
  primary key (key, document, unit),
  foreign key (document, unit) references citations.texts (document, unit) on delete cascade
);

create index names_text on citations.names (document, unit);

-- One row for each text a citation names: several volumes of a series are several parts, corrigenda and the second half
-- of a double symbol further names (k above 0) of one part.
create table citations.citations (
  document text not null,
  n int not null,
  part int not null,
  k int not null,
  -- The text of this document that cites.
  holder text not null,
  unit text not null,
  -- Among all items of the document, as in documents.items.
  item int not null,
  path text,
  recital int,
  footnote text,
  line int not null,
  start_at int not null,
  end_at int not null,
  as_written text not null,
  kind text not null check (kind in ('act', 'document', 'official-records', 'treaty', 'publication', 'unsettled')),
  key text,
  label text not null,
  act text check (act in ('resolution', 'decision')),
  number text,
  body text,
  year int,
  locator text,
  paragraphs text[] not null,
  by text not null,
  rule text not null,
  primary key (document, n, part, k),
  foreign key (document, holder) references citations.texts (document, unit)
);

create index citations_key on citations.citations (key, document, holder) where key is not null;
