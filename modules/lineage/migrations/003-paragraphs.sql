-- What the index of agreed language is built from: nothing is kept here, the texts stand in the room of documents.
create view lineage.standing as
  select d.id as document, v.version, v.language, v.title, v.adopted
  from documents.documents d
  join documents.versions v on v.document = d.id and v.version = d.version;

-- Paragraphs whose words are negotiated, and the organs that speak, in the order of the text.
create view lineage.paragraphs as
  select i.document, i.version, i.n, i.unit, i.kind, i.number, i.path, i.text
  from documents.items i
  where i.kind in ('organ', 'preambular', 'operative', 'subparagraph', 'annex');

-- What was done, and to which document where it was done to one. The ledger's numbers follow the order in which transactions end, so that whoever has seen
-- one has seen all before it.
create view lineage.arrivals as
  select e.seq, case when e."on" like 'document:%' then substr(e."on", length('document:') + 1) end as document
  from ledger.entries e;
