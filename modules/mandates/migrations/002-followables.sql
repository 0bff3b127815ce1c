-- What rooms to the right may read in their own queries: every obligation that stands, and when it is due. A dossier
-- exists for each without a row of its own, so that lists of dossiers start here.

-- The first day, with those that have none at the end: the order of every list by due date.
create index obligations_day on mandates.obligations ((coalesce(first_due, 'infinity'::date)), key);
create index obligations_actor_day on mandates.obligations (actor, (coalesce(first_due, 'infinity'::date)), key);
drop index mandates.obligations_actor;

create view mandates.followables as
  select o.key, m.id as holder, o.n, o.actor, o.actor_name, coalesce(o.first_due, 'infinity'::date) as day, m.document
  from mandates.obligations o join mandates.mandates m on m.key = o.mandate
  where m.superseded_by is null;

create view mandates.followable_dues as
  select d.obligation as key, d.body, d.session, d.from_date, d.to_date
  from mandates.dues d where d.from_date is not null;

create index dues_days on mandates.dues (to_date, obligation) where from_date is not null;
