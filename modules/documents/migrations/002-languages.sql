-- One text stands in several languages beside one another (decision 008). The language it came in first leads: what it
-- asks is read from that one; the others are kept, each in versions of its own, and stand beside it.
create table documents.language_versions (
  document text not null references documents.documents (id),
  language text not null check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  version int not null check (version > 0),
  primary key (document, language),
  foreign key (document, version) references documents.versions (document, version)
);

-- Until now a text in another language took the place of the one before: the newest of each other language stands again.
insert into documents.language_versions (document, language, version)
select v.document, v.language, max(v.version)
from documents.versions v
join documents.documents d on d.id = v.document
join documents.versions l on l.document = d.id and l.version = d.version
where v.language <> l.language
group by v.document, v.language;

-- Every version that stands, the leading one of its document or not.
create view documents.standing as
  select id as document, version, true as leads from documents.documents where version > 0
  union all
  select document, version, false from documents.language_versions;
