-- A document exists in versions; a version is kept as received, with what was read from it.
create schema documents;

create table documents.documents (
  id text primary key check (length(id) between 1 and 200),
  -- The version that stands. 0 only inside the transaction that brings the first one.
  version int not null default 0 check (version >= 0)
);

create table documents.versions (
  document text not null references documents.documents (id),
  version int not null check (version > 0),
  file_name text not null,
  bytes bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  language text not null check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  title text not null,
  adopted date,
  session_body text,
  session_number int,
  outline jsonb not null,
  units int not null,
  paragraphs int not null,
  imported_at timestamptz(3) not null,
  imported_by text not null,
  primary key (document, version),
  check ((session_body is null) = (session_number is null))
);

create index versions_sha256 on documents.versions (sha256);

-- Every piece of a version in the order of the text: what a search finds and a citation points at.
create table documents.items (
  document text not null,
  version int not null,
  n int not null,
  unit text not null,
  kind text not null,
  number text,
  path text,
  line int not null,
  text text not null,
  primary key (document, version, n),
  foreign key (document, version) references documents.versions (document, version)
);

create index items_path on documents.items (document, version, unit, path);
