-- Following up: dossiers on what is asked, with what was answered. A dossier exists for everything that is asked; its row
-- appears with the first act on it.
create schema followup;

create table followup.dossiers (
  key bigint generated always as identity primary key,
  kind text not null check (kind in ('obligation', 'invitation')),
  -- Address of what is asked: <holder>/<n>. Stays when it goes from the register.
  holder text not null check (holder <> ''),
  n int not null check (n > 0),
  -- What was asked as it stood when the dossier was opened: Followable.
  opened jsonb not null,
  opened_at timestamptz not null,
  -- Worked out from the replies, for lists: statusOf.
  status text not null default 'no_information' check (status in
    ('not_started', 'in_progress', 'implemented', 'overtaken', 'discontinued', 'no_information')),
  unique (kind, holder, n)
);

create index dossiers_status on followup.dossiers (status, key);

-- What one actor answers in a dossier, as it stands. How it came to stand so is told by the tables below.
create table followup.replies (
  key bigint generated always as identity primary key,
  dossier bigint not null references followup.dossiers (key),
  -- Id among the actors; no foreign key, since the directory may be renamed.
  actor text not null check (actor <> ''),
  -- Who answers; null: whoever acts for the actor.
  answers bigint references parties.people (id),
  -- Whom it was handed on to, first to last.
  chain bigint[] not null default '{}',
  -- The last of the chain, else who answers.
  holds bigint references parties.people (id),
  status text not null default 'no_information' check (status in
    ('not_started', 'in_progress', 'implemented', 'overtaken', 'discontinued', 'no_information')),
  acceptance text check (acceptance in ('accepted', 'partly_accepted', 'not_accepted')),
  -- The day the facts are of, of the newest update that stands published.
  as_of date,
  acts int not null default 0,
  unique (dossier, actor)
);

create index replies_actor on followup.replies (actor, status, dossier);
create index replies_holds on followup.replies (holds) where holds is not null;
create index replies_answers on followup.replies (answers) where answers is not null;

-- Everything below is added to and never changed: a correction is another row, a withdrawal too.

create table followup.handovers (
  key bigint generated always as identity primary key,
  reply bigint not null references followup.replies (key),
  act text not null check (act in ('followup.assign', 'followup.hand-on', 'followup.take-back')),
  from_person bigint references parties.people (id),
  to_person bigint references parties.people (id),
  reason text check (reason <> ''),
  by text not null check (by <> ''),
  at timestamptz(3) not null
);

create index handovers_reply on followup.handovers (reply, key);

create table followup.updates (
  key bigint generated always as identity primary key,
  reply bigint not null references followup.replies (key),
  corrects bigint references followup.updates (key),
  status text not null check (status in ('not_started', 'in_progress', 'implemented', 'overtaken', 'discontinued')),
  acceptance text check (acceptance in ('accepted', 'partly_accepted', 'not_accepted')),
  as_of date not null,
  narrative text not null,
  language text not null check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  reason text check (reason <> ''),
  on_behalf boolean not null,
  by text not null check (by <> ''),
  at timestamptz(3) not null,
  -- Goes into the seal, so that nobody guesses the words of a draft from it.
  salt uuid not null default gen_random_uuid()
);

create index updates_reply on followup.updates (reply, key);
create index updates_corrects on followup.updates (corrects) where corrects is not null;

-- An update that went out.
create table followup.clearances (
  update bigint primary key references followup.updates (key),
  by text not null check (by <> ''),
  at timestamptz(3) not null
);

create table followup.evidence (
  key bigint generated always as identity primary key,
  update bigint not null references followup.updates (key),
  title text not null check (title <> ''),
  kind text not null check (kind in ('file', 'link', 'paragraph')),
  sha256 text references files.files (sha256),
  file_name text,
  media_type text,
  size bigint,
  url text check (url ~ '^https?://'),
  document text,
  unit text,
  path text,
  by text not null check (by <> ''),
  at timestamptz(3) not null,
  salt uuid not null default gen_random_uuid(),
  check ((kind = 'file') = (sha256 is not null and file_name is not null and media_type is not null and size is not null)),
  check ((kind = 'link') = (url is not null)),
  check ((kind = 'paragraph') = (document is not null and unit is not null))
);

create index evidence_update on followup.evidence (update, key);
create index evidence_file on followup.evidence (sha256) where sha256 is not null;

create table followup.withdrawals (
  key bigint generated always as identity primary key,
  update bigint unique references followup.updates (key),
  evidence bigint unique references followup.evidence (key),
  reason text check (reason <> ''),
  by text not null check (by <> ''),
  at timestamptz(3) not null,
  check (num_nonnulls(update, evidence) = 1)
);

-- Updates with what became of them. A correction takes the place of an update once it has gone out; one of a draft at
-- once, unless it is withdrawn.
create view followup.updates_now as
  select u.*, c.by as cleared_by, c.at as cleared_at, w.by as withdrawn_by, w.at as withdrawn_at, w.reason as withdrawn_why,
    case
      when w.key is not null then 'withdrawn'
      when exists (
        select from followup.updates other left join followup.clearances oc on oc.update = other.key
        left join followup.withdrawals ow on ow.update = other.key
        where other.corrects = u.key and case when c.update is null then ow.key is null else oc.update is not null end)
        then 'replaced'
      when c.update is not null then 'published'
      else 'draft'
    end as state
  from followup.updates u
  left join followup.clearances c on c.update = u.key
  left join followup.withdrawals w on w.update = u.key;

-- What each reply says: the published update with the newest day of its facts.
create view followup.said as
  select distinct on (reply) reply, key as update, status, acceptance, as_of
  from followup.updates_now where state = 'published' order by reply, as_of desc, key desc;

-- What an officer or an evaluator finds in the record.
create table followup.assessments (
  key bigint generated always as identity primary key,
  dossier bigint not null references followup.dossiers (key),
  -- The reply it is about; null: the whole dossier.
  reply bigint references followup.replies (key),
  replaces bigint unique references followup.assessments (key),
  finding text not null check (finding in ('borne_out', 'more_would_help', 'no_evidence_given', 'later_records_differ')),
  narrative text not null,
  by text not null check (by <> ''),
  at timestamptz(3) not null
);

create index assessments_dossier on followup.assessments (dossier, key);

-- Inside the office alone.
create table followup.notes (
  key bigint generated always as identity primary key,
  dossier bigint not null references followup.dossiers (key),
  text text not null check (text <> ''),
  by text not null check (by <> ''),
  at timestamptz(3) not null,
  salt uuid not null default gen_random_uuid()
);

create index notes_dossier on followup.notes (dossier, key);

-- Who else wants to hear of it; the newest row of a person counts.
create table followup.watches (
  key bigint generated always as identity primary key,
  dossier bigint not null references followup.dossiers (key),
  person bigint not null references parties.people (id),
  watching boolean not null,
  at timestamptz(3) not null
);

create index watches_dossier on followup.watches (dossier, person, key desc);
create index watches_person on followup.watches (person, dossier, key desc);

-- A form carries a key of its own: sent twice, it is done once and answered alike.
create table followup.once (
  id text not null check (id ~ '^[\w-]{16,64}$'),
  who text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (id, who)
);

create function followup.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

do $$
declare name text;
begin
  foreach name in array array['handovers', 'updates', 'clearances', 'evidence', 'withdrawals', 'assessments', 'notes',
    'watches', 'once'] loop
    execute format('create trigger append_only before update or delete on followup.%I
      for each row execute function followup.refuse_change()', name);
    execute format('create trigger no_truncate before truncate on followup.%I
      for each statement execute function followup.refuse_change()', name);
  end loop;
end
$$;
