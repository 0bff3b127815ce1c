-- The paragraphs of a page, in the order asked for. A function, since its plan is then made once a connection: making it
-- anew costs more than what it does.
create function search.page(documents text[], versions int[], places int[])
returns table (document text, version int, n int, "documentTitle" text, unit text, "unitTitle" text, kind text,
  number text, path text, mandate text, language text, text text)
language plpgsql stable as $$
begin
  return query
  select i.document, i.version, i.n, v.title, i.unit, u.title, i.kind, i.number, i.path,
    case when i.path is not null then (select f.holder from mandates.followables f
      where f.document = i.document and f.unit = i.unit and f.path = i.path limit 1) end,
    v.language, i.text
  from unnest(documents, versions, places) with ordinality as asked (document, version, n, at)
  join documents.items i on i.document = asked.document and i.version = asked.version and i.n = asked.n
  join documents.versions v on v.document = i.document and v.version = i.version
  left join search.units u on u.document = i.document and u.unit = i.unit
  order by asked.at;
end
$$;
