-- Where a dossier and its replies stand in the order of lists, kept beside their status, so that a list of what one
-- actor said with one status starts where the page before ended, however rare that status is. Derived: from the view of
-- what is asked. The database keeps it by itself, in the transaction of whatever moves a date or ends a mandate.
alter table followup.dossiers add column asked text, add column day date, add column place bigint;
alter table followup.replies add column asked text, add column day date, add column place bigint;
comment on column followup.dossiers.place is 'Key in the view of what is asked; null where it is asked no more';

create index dossiers_placed on followup.dossiers (kind, status, day, place);
create index replies_placed on followup.replies (actor, status, asked, day, place);

create function followup.place(dossiers bigint[]) returns void language sql as $$
  update followup.dossiers d set asked = now.actor, day = now.day, place = now.key
  from (select k.key as dossier, f.actor, f.day, f.key from followup.dossiers k
    left join mandates.followables f on f.holder = k.holder and f.n = k.n
    where k.key = any(dossiers) and k.kind = 'obligation') now
  where d.key = now.dossier and (d.asked, d.day, d.place) is distinct from (now.actor, now.day, now.key);
  update followup.replies r set asked = d.asked, day = d.day, place = d.place
  from followup.dossiers d
  where d.key = any(dossiers) and r.dossier = d.key
    and (r.asked, r.day, r.place) is distinct from (d.asked, d.day, d.place);
$$;

create function followup.place_opened() returns trigger language plpgsql as $$
begin
  perform followup.place(array(select key from opened));
  return null;
end $$;
create trigger placed after insert on followup.dossiers referencing new table as opened
  for each statement execute function followup.place_opened();

create function followup.place_reply() returns trigger language plpgsql as $$
begin
  select d.asked, d.day, d.place into new.asked, new.day, new.place from followup.dossiers d where d.key = new.dossier;
  return new;
end $$;
create trigger placed before insert on followup.replies for each row execute function followup.place_reply();

create function followup.place_asked() returns trigger language plpgsql as $$
begin
  perform followup.place(array(select d.key from asked o join mandates.mandates m on m.key = o.mandate
    join followup.dossiers d on d.kind = 'obligation' and d.holder = m.id and d.n = o.n));
  return null;
end $$;
create trigger placed after insert on mandates.obligations referencing new table as asked
  for each statement execute function followup.place_asked();

create function followup.place_changed() returns trigger language plpgsql as $$
begin
  perform followup.place(array(select d.key from changed o join before b on b.key = o.key
    join mandates.mandates m on m.key = o.mandate
    join followup.dossiers d on d.kind = 'obligation' and d.holder = m.id and d.n = o.n
    where (o.actor, o.first_due, o.stands) is distinct from (b.actor, b.first_due, b.stands)));
  return null;
end $$;
create trigger placed_anew after update on mandates.obligations referencing old table as before new table as changed
  for each statement execute function followup.place_changed();

create function followup.place_ended() returns trigger language plpgsql as $$
begin
  perform followup.place(array(select d.key from changed m join before b on b.key = m.key
    join followup.dossiers d on d.kind = 'obligation' and d.holder = m.id
    where m.superseded_by is distinct from b.superseded_by));
  return null;
end $$;
create trigger placed after update on mandates.mandates referencing old table as before new table as changed
  for each statement execute function followup.place_ended();

select followup.place(array(select key from followup.dossiers));
