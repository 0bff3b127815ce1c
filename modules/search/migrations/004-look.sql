-- What stands in the index now, as text: the same text as long as nothing changed. A function, as `search.page` is.
create function search.state() returns text language plpgsql stable as $$
begin
  return '{"segments":[' || coalesce((select string_agg(id::text, ',' order by id) from search.segments), '')
    || '],"pending":[' || coalesce((select string_agg(entry::text, ',' order by entry) from search.pending), '')
    || '],"gone":[' || coalesce((select string_agg(entry::text, ',' order by entry) from search.gone), '') || ']}';
end
$$;

-- A page is looked for in what was known to stand before. The same statement that reads its paragraphs says, from the
-- same snapshot, what stands instead where that is no longer so: `changed`, null as a rule. One row at least.
drop function search.page(text[], int[], int[]);
create function search.page(known text, documents text[], versions int[], places int[])
returns table (changed text, "documentTitle" text, unit text, "unitTitle" text, number text, path text, mandate text,
  text text)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  state text;
begin
  if known is not null then state := nullif(search.state(), known); end if;
  if cardinality(documents) = 0 or state is not null then
    changed := state;
    return next;
    return;
  end if;
  return query
  select null::text, v.title, i.unit, u.title, i.number, i.path,
    case when i.path is not null then (select f.holder from mandates.followables f
      where f.document = i.document and f.unit = i.unit and f.path = i.path limit 1) end,
    i.text
  from unnest(documents, versions, places) with ordinality as asked (document, version, n, at)
  join documents.items i on i.document = asked.document and i.version = asked.version and i.n = asked.n
  join documents.versions v on v.document = i.document and v.version = i.version
  left join search.units u on u.document = i.document and u.unit = i.unit
  order by asked.at;
end
$$;
