-- Calls for views: what is asked, of whom, what was answered. Rows of events are added and never changed; where a call or
-- an invitation stands is kept beside them.
create schema submissions;

create table submissions.calls (
  key bigint generated always as identity primary key,
  id text not null unique check (id ~ '^[0-9]{4}-[1-9][0-9]{0,5}$'),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'dropped')),
  -- Fixed when the call opens; invitations carry it, or a later one.
  deadline date,
  made_at timestamptz(3) not null,
  opened_at timestamptz(3),
  closed_at timestamptz(3),
  acts int not null default 0,
  check ((state in ('open', 'closed')) <= (deadline is not null and opened_at is not null))
);

-- What is said of a call; the newest row counts.
create table submissions.call_words (
  key bigint generated always as identity primary key,
  call bigint not null references submissions.calls (key),
  words jsonb not null,
  by text not null check (by <> ''),
  at timestamptz(3) not null
);
create index call_words_call on submissions.call_words (call, key desc);

-- The form as it was written; the newest row is the draft.
create table submissions.forms (
  key bigint generated always as identity primary key,
  call bigint not null references submissions.calls (key),
  form jsonb not null,
  by text not null check (by <> ''),
  at timestamptz(3) not null
);
create index forms_call on submissions.forms (call, key desc);

-- The form as it went out.
create table submissions.issues (
  key bigint generated always as identity primary key,
  call bigint not null references submissions.calls (key),
  version int not null check (version > 0),
  form bigint not null references submissions.forms (key),
  by text not null check (by <> ''),
  at timestamptz(3) not null,
  unique (call, version)
);

-- Opened, closed, opened again, dropped.
create table submissions.call_events (
  key bigint generated always as identity primary key,
  call bigint not null references submissions.calls (key),
  act text not null,
  facts jsonb not null default '{}',
  by text not null check (by <> ''),
  at timestamptz(3) not null
);
create index call_events_call on submissions.call_events (call, key);

create table submissions.invitations (
  key bigint generated always as identity primary key,
  call bigint not null references submissions.calls (key),
  n int not null check (n > 0),
  kind text not null check (kind in ('actor', 'organization', 'person')),
  -- Id among the actors; no foreign key, since the directory may be renamed.
  actor text check (actor <> ''),
  name text not null check (name <> ''),
  email text,
  language text not null check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  deadline date,
  extended boolean not null default false,
  stands boolean not null default true,
  state text not null default 'invited' check (state in ('invited', 'asked', 'opened', 'begun', 'sent', 'withdrawn')),
  not_reached text check (not_reached in ('no-address', 'letter-failed')),
  asked_at timestamptz(3),
  reminded_at timestamptz(3),
  sent_at timestamptz(3),
  late boolean not null default false,
  -- Who answers; whom it was handed on to, first to last; the last one holds it.
  answers bigint references parties.people (id),
  chain bigint[] not null default '{}',
  acts int not null default 0,
  unique (call, n),
  check ((kind = 'actor') = (actor is not null))
);
create unique index invitations_actor on submissions.invitations (call, actor) where stands;
create index invitations_day on submissions.invitations ((coalesce(deadline, 'infinity'::date)), key);
create index invitations_actor_day on submissions.invitations (actor, (coalesce(deadline, 'infinity'::date)), key);

-- Personal links: SHA-256 of the secret in each. Every letter carries one of its own, so that a reminder does not take
-- away the link of the first letter; a new one asked for by the office ends all before it.
create table submissions.links (
  sha256 bytea primary key,
  invitation bigint not null references submissions.invitations (key),
  made_at timestamptz(3) not null,
  ended_at timestamptz(3)
);
create index links_invitation on submissions.links (invitation);

-- Reminders by the clock: each once, for the day it was about.
create table submissions.reminders (
  invitation bigint not null references submissions.invitations (key),
  deadline date not null,
  days int not null check (days >= 0),
  at timestamptz(3) not null,
  primary key (invitation, deadline, days)
);

-- What befell an invitation: invited, asked, reminded, extended, handed on, ...
create table submissions.invitation_events (
  key bigint generated always as identity primary key,
  invitation bigint not null references submissions.invitations (key),
  act text not null,
  facts jsonb not null default '{}',
  by text not null check (by <> ''),
  at timestamptz(3) not null
);
create index invitation_events_invitation on submissions.invitation_events (invitation, key);

-- What is being written and was not sent: one row for each question and pair of hands it went through (`hand` counts
-- them), so that nobody's words are lost under another's. The highest hand counts. What the office writes down of a
-- letter it got lies on a desk of its own: it never sees what those who answer have not sent.
create table submissions.drafts (
  invitation bigint not null references submissions.invitations (key),
  desk text not null check (desk in ('own', 'office')),
  question text not null,
  hand int not null,
  -- Null: taken out again.
  answer jsonb,
  -- Where it was taken over from, once somebody confirmed that: { call, submission, at }.
  filled_from jsonb,
  by text not null check (by <> ''),
  at timestamptz(3) not null,
  primary key (invitation, desk, question, hand)
);

create table submissions.sent (
  key bigint generated always as identity primary key,
  invitation bigint not null references submissions.invitations (key),
  number int not null check (number > 0),
  version int not null,
  answers jsonb not null,
  language text not null check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  visibility text not null check (visibility in ('public', 'member-states', 'office')),
  channel text not null check (channel in ('online', 'docx', 'xlsx', 'html', 'api', 'office')),
  original text references files.files (sha256),
  original_name text,
  original_type text,
  original_size bigint,
  on_behalf boolean not null,
  late boolean not null,
  by text not null check (by <> ''),
  at timestamptz(3) not null,
  -- Goes into the seal, so that nobody guesses words that are not public from it.
  salt uuid not null default gen_random_uuid(),
  unique (invitation, number),
  check ((original is null) = (original_name is null))
);

-- Answers once more, one row each: a page of replies to one question reads these alone.
create table submissions.replies (
  sent bigint not null references submissions.sent (key),
  call bigint not null references submissions.calls (key),
  question text not null,
  invitation bigint not null references submissions.invitations (key),
  answer jsonb not null,
  primary key (call, question, sent)
);
create index replies_sent on submissions.replies (sent);

-- Files given as answers, so that they are not swept.
create table submissions.answer_files (
  invitation bigint not null references submissions.invitations (key),
  sha256 text not null references files.files (sha256),
  primary key (invitation, sha256)
);

create table submissions.withdrawals (
  key bigint generated always as identity primary key,
  sent bigint not null unique references submissions.sent (key),
  reason text check (reason <> ''),
  by text not null check (by <> ''),
  at timestamptz(3) not null
);

-- A submission may be shown to fewer or more later; the newest row counts.
create table submissions.showings (
  key bigint generated always as identity primary key,
  sent bigint not null references submissions.sent (key),
  visibility text not null check (visibility in ('public', 'member-states', 'office')),
  by text not null check (by <> ''),
  at timestamptz(3) not null
);
create index showings_sent on submissions.showings (sent, key desc);

-- Files that were read back in, with what could not be read.
create table submissions.brought (
  key bigint generated always as identity primary key,
  invitation bigint not null references submissions.invitations (key),
  sha256 text not null references files.files (sha256),
  name text not null,
  type text not null,
  size bigint not null,
  report jsonb not null,
  by text not null check (by <> ''),
  at timestamptz(3) not null
);
create index brought_invitation on submissions.brought (invitation, key desc);

-- What an officer finds; the newest words of each count, null words drop it.
create table submissions.findings (
  key bigint generated always as identity primary key,
  call bigint not null references submissions.calls (key),
  n int not null check (n > 0),
  words jsonb,
  by text not null check (by <> ''),
  at timestamptz(3) not null
);
create index findings_call on submissions.findings (call, n, key desc);

create table submissions.passages (
  key bigint generated always as identity primary key,
  call bigint not null references submissions.calls (key),
  finding int not null,
  sent bigint not null references submissions.sent (key),
  question text not null,
  part text,
  start_at int not null check (start_at >= 0),
  end_at int not null check (end_at > start_at),
  quote text not null check (quote <> ''),
  by text not null check (by <> ''),
  at timestamptz(3) not null
);
create index passages_call on submissions.passages (call, finding, key);
create index passages_sent on submissions.passages (sent);

create table submissions.passage_removals (
  passage bigint primary key references submissions.passages (key),
  by text not null check (by <> ''),
  at timestamptz(3) not null
);

-- A form carries a key of its own: sent twice, it is done once and answered alike.
create table submissions.once (
  id text not null check (id ~ '^[\w-]{16,64}$'),
  who text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (id, who)
);

create view submissions.sent_now as
  select s.*, i.call, i.n as invitation_n, i.actor, i.name, i.kind,
    coalesce((select w.visibility from submissions.showings w where w.sent = s.key order by w.key desc limit 1),
      s.visibility) as shown_to,
    d.at as withdrawn_at, d.reason as withdrawn_why,
    case
      when d.key is not null then 'withdrawn'
      when exists (select from submissions.sent later where later.invitation = s.invitation and later.number > s.number)
        then 'replaced'
      else 'standing'
    end as state
  from submissions.sent s
  join submissions.invitations i on i.key = s.invitation
  left join submissions.withdrawals d on d.sent = s.key;

create function submissions.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

do $$
declare name text;
begin
  foreach name in array array['call_words', 'forms', 'issues', 'call_events', 'invitation_events', 'sent', 'replies',
    'withdrawals', 'showings', 'brought', 'findings', 'passages', 'passage_removals', 'once'] loop
    execute format('create trigger append_only before update or delete on submissions.%I
      for each row execute function submissions.refuse_change()', name);
    execute format('create trigger no_truncate before truncate on submissions.%I
      for each statement execute function submissions.refuse_change()', name);
  end loop;
end
$$;

-- What this room asks of others, for the room that follows up: of those the directory knows. People and organizations
-- invited by name alone stand on the pages of the call.
create view submissions.followables as
  select i.key, c.id as holder, i.n, i.actor, i.name as actor_name, coalesce(i.deadline, 'infinity'::date) as day,
    w.words -> 'anchor' ->> 'document' as document, w.words -> 'anchor' ->> 'unit' as unit,
    w.words -> 'anchor' ->> 'path' as path,
    coalesce(w.words -> 'subject' ->> 'en', (select value from jsonb_each_text(w.words -> 'subject') limit 1), '') as title,
    null::text as subject, 'request'::text as force, false as continuing, false as acceptable,
    case when i.deadline is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
      'state', 'dated', 'body', null, 'session', null, 'part', null, 'from', i.deadline, 'to', i.deadline,
      'mark', 'verified', 'why', jsonb_build_object('code', 'call-deadline', 'facts',
        jsonb_build_object('call', c.id, 'extended', i.extended, 'from', i.deadline, 'to', i.deadline)))) end as dues
  from submissions.invitations i
  join submissions.calls c on c.key = i.call
  cross join lateral (select words from submissions.call_words where call = c.key order by key desc limit 1) w
  where i.stands and i.actor is not null and c.state in ('open', 'closed');

-- A call that is closed takes nothing more, so nothing is due by it.
create view submissions.followable_dues as
  select i.key, null::text as body, null::int as session, i.deadline as from_date, i.deadline as to_date, 0 as n
  from submissions.invitations i join submissions.calls c on c.key = i.call
  where i.stands and i.actor is not null and i.deadline is not null and c.state = 'open';
