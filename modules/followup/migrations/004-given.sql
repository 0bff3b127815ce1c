-- Replies the office gave to an actor that was not asked by name: few, and found without looking through the rest.
alter table followup.replies add column given boolean not null default false;
create index replies_given on followup.replies (actor) where given;
