-- Readings by persons beside those of the rules; what the rules read and was not kept; obligations that keep their number.

-- What persons decided about the reading of a paragraph, once. Rows are added and never touched again; for a paragraph
-- with the same words the latest row counts, and one that withdraws gives the paragraph back to the rules.
create table mandates.person_readings (
  key bigint generated always as identity primary key,
  document text not null references documents.documents (id),
  unit text not null,
  path text not null,
  -- SHA-256 of the paragraph and the chapeaux above it: a reading holds for these words and no others.
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  text text not null,
  context jsonb not null,
  kind text not null check (kind in ('accepted', 'corrected', 'no-mandate', 'withdrawn')),
  -- Null where it withdraws.
  clauses jsonb,
  -- What the rules read when it was decided, and which rules.
  rule_clauses jsonb not null,
  rules text not null,
  note text not null,
  -- Who, as the ledger names them: names are the people's own, and are asked for where they are shown.
  by text not null check (by <> ''),
  at timestamptz(3) not null,
  check ((clauses is null) = (kind = 'withdrawn'))
);

create index person_readings_paragraph on mandates.person_readings (document, unit, path, key);

create function mandates.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete on mandates.person_readings
  for each row execute function mandates.refuse_change();
create trigger no_truncate before truncate on mandates.person_readings
  for each statement execute function mandates.refuse_change();

alter table mandates.mandates
  -- Place of the paragraph among those of its version.
  add column position int,
  -- What the rules read; `clauses` is what counts. Null in rows written before rules and persons were told apart.
  add column rule_clauses jsonb,
  add column text_hash text check (text_hash ~ '^[0-9a-f]{64}$'),
  -- Of the rules' reading: the lowest of its parts, null where nothing was read; and the reasons of doubt.
  add column certainty double precision check (certainty between 0 and 1),
  add column doubts text[] not null default '{}',
  add column state text not null default 'open'
    check (state in ('open', 'certain', 'nothing-read', 'accepted', 'corrected', 'no-mandate')),
  -- Why a person should look again at what a person decided.
  add column look text check (look in ('rules-differ', 'text-changed')),
  -- The reading by a person that counts, or the one left behind by a change of the text.
  add column person_reading bigint references mandates.person_readings (key);

update mandates.mandates m set position = numbered.position
from (select key, row_number() over (partition by document, version order by key) as position
      from mandates.mandates) numbered
where numbered.key = m.key;

alter table mandates.mandates alter column position set not null;

create index mandates_to_check on mandates.mandates (state, certainty, document, position) where superseded_by is null;

alter table mandates.obligations
  -- False where a later reading of the same text does not ask it: its number is never given again.
  add column stands boolean not null default true,
  -- Place in the mandate.
  add column position int,
  -- Null in rows written before these were kept.
  add column restrictions jsonb,
  add column money jsonb,
  add column life jsonb;

update mandates.obligations set position = n;

alter table mandates.obligations alter column position set not null;

-- Which rules each standing version was read with: other rules read it anew at the next start.
create table mandates.read_with (
  document text primary key references documents.documents (id),
  version int not null,
  rules text not null
);

insert into mandates.read_with (document, version, rules)
select id, version, '' from documents.documents where version > 0;

-- As before, without what is asked no more.
create or replace view mandates.followables as
  select o.key, m.id as holder, o.n, o.actor, o.actor_name, coalesce(o.first_due, 'infinity'::date) as day, m.document
  from mandates.obligations o join mandates.mandates m on m.key = o.mandate
  where m.superseded_by is null and o.stands;
