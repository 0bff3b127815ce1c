-- The act of an obligation as people read it: readings keep its first words alone, and where the sentence goes on behind
-- them an ellipsis says so.
create function mandates.act_for_people(paragraph text, action text) returns text language sql immutable parallel safe as $$
  select case
    when strpos(paragraph, action) > 0
      and substr(paragraph, strpos(paragraph, action) + length(action)) ~ '^\s*[[:alnum:](“"]'
    then action || ' …'
    else action
  end
$$;

create or replace view mandates.followables as
  select o.key, m.id as holder, o.n, o.actor, o.actor_name, coalesce(o.first_due, 'infinity'::date) as day, m.document,
    m.unit, m.path, mandates.act_for_people(m.text, o.action) as title, o.subject, o.force, o.continuing,
    o.force = 'recommendation' as acceptable,
    (select coalesce(jsonb_agg(d.due order by d.n), '[]'::jsonb) from mandates.dues d where d.obligation = o.key) as dues
  from mandates.obligations o join mandates.mandates m on m.key = o.mandate
  where m.superseded_by is null and o.stands;
