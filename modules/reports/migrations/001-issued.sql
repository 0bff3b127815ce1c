-- Words of the office beside generated ones, and reports as they were issued.
create schema reports;

-- The newest row of a place counts.
create table reports.edits (
  key bigint generated always as identity primary key,
  body text not null check (body <> ''),
  session int not null check (session > 0),
  -- The text the report is about: id of a document and unit; '' for the report on all that is due.
  scope text not null,
  language text not null check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  -- summary/content, introduction/how, action/consider, remark/<mandate>
  place text not null check (place <> ''),
  -- What stood there when it was written.
  generated text not null,
  -- Null: the generated words again.
  words text check (words <> ''),
  by text not null check (by <> ''),
  at timestamptz(3) not null
);

create index edits_report on reports.edits (body, session, scope, language, key);

create table reports.issued (
  key bigint generated always as identity primary key,
  body text not null check (body <> ''),
  session int not null check (session > 0),
  scope text not null,
  language text not null check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  -- 1, 2, ... of the same report: a second one is another issue, the first stays.
  number int not null check (number > 0),
  as_of date not null,
  title text not null,
  word_count int not null,
  report jsonb not null,
  by text not null check (by <> ''),
  at timestamptz(3) not null,
  unique (body, session, scope, language, number)
);

-- Its files, byte for byte as they went out.
create table reports.files (
  issued bigint not null references reports.issued (key),
  format text not null check (format in ('docx', 'html', 'md', 'json')),
  file_name text not null,
  media_type text not null,
  bytes bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (issued, format)
);

create function reports.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

do $$
declare name text;
begin
  foreach name in array array['edits', 'issued', 'files'] loop
    execute format('create trigger append_only before update or delete on reports.%I
      for each row execute function reports.refuse_change()', name);
    execute format('create trigger no_truncate before truncate on reports.%I
      for each statement execute function reports.refuse_change()', name);
  end loop;
end
$$;
