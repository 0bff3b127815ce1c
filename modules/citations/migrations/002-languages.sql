-- The language a text is in, so that its title is read out as what it is.
alter table citations.texts add column language text not null default 'en';

-- Read again, with the language.
update citations.read_with set rules = '';
