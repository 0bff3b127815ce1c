-- All that a list of dossiers shows of an obligation, so that a page of them is one question. The dates stand last: they
-- are gathered for the rows of a page alone.
create or replace view mandates.followables as
  select o.key, m.id as holder, o.n, o.actor, o.actor_name, coalesce(o.first_due, 'infinity'::date) as day, m.document,
    m.unit, m.path, o.action as title, o.subject, o.force, o.continuing, o.force = 'recommendation' as acceptable,
    (select coalesce(jsonb_agg(d.due order by d.n), '[]'::jsonb) from mandates.dues d where d.obligation = o.key) as dues
  from mandates.obligations o join mandates.mandates m on m.key = o.mandate
  where m.superseded_by is null and o.stands;

-- `n`: which of its dates, where an obligation has several at one session.
create or replace view mandates.followable_dues as
  select d.obligation as key, d.body, d.session, d.from_date, d.to_date, d.n
  from mandates.dues d where d.from_date is not null;

-- What is due at a session, in the order of the day.
create index dues_session_day on mandates.dues (body, session, from_date, obligation) where from_date is not null;

-- Sessions are numbered within their body: without this the planner takes the two for independent.
create statistics mandates.dues_body_session (dependencies, mcv) on body, session from mandates.dues;
