-- Letters the program writes. They are posted inside the transaction of the act that causes them, and delivered later.
create schema mail;

create table mail.outbox (
  id bigint generated always as identity primary key,
  -- The same letter is never posted twice.
  key text not null unique check (key <> '' and length(key) <= 300),
  recipient text not null,
  language text not null,
  subject text not null,
  -- Null once a secret was delivered, or can be no more.
  text text,
  html text,
  -- Address at which one mail program after another offers to stop such letters (RFC 8058).
  unsubscribe text,
  -- Holds a link that lets somebody in: erased when done with, and delivered before all others.
  secret boolean not null,
  posted_at timestamptz not null,
  -- Delivered before this instant or not at all.
  until timestamptz not null,
  next_at timestamptz not null,
  attempts integer not null default 0,
  -- What went wrong last: a code, never the text of a letter.
  trouble text,
  sent_at timestamptz,
  failed_at timestamptz,
  check (sent_at is null or failed_at is null)
);

create index outbox_waiting on mail.outbox (secret desc, next_at) where sent_at is null and failed_at is null;
