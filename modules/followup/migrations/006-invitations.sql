-- Invitations to answer a call have dossiers too. They are answered in their own room; what was sent there is an update
-- here that says which submission it was, and has no words of its own.
create table followup.submitted (
  update bigint primary key references followup.updates (key),
  submission text not null unique check (submission <> ''),
  by text not null check (by <> ''),
  at timestamptz(3) not null
);
create trigger append_only before update or delete on followup.submitted
  for each row execute function followup.refuse_change();
create trigger no_truncate before truncate on followup.submitted
  for each statement execute function followup.refuse_change();

create or replace view followup.updates_now as
  select u.*, c.by as cleared_by, c.at as cleared_at, w.by as withdrawn_by, w.at as withdrawn_at, w.reason as withdrawn_why,
    case
      when w.key is not null then 'withdrawn'
      when exists (
        select from followup.updates other left join followup.clearances oc on oc.update = other.key
        left join followup.withdrawals ow on ow.update = other.key
        where other.corrects = u.key and case when c.update is null then ow.key is null else oc.update is not null end)
        then 'replaced'
      when c.update is not null then 'published'
      else 'draft'
    end as state,
    s.submission
  from followup.updates u
  left join followup.clearances c on c.update = u.key
  left join followup.withdrawals w on w.update = u.key
  left join followup.submitted s on s.update = u.key;

-- Where dossiers stand in the order of lists, as in 005, now of both kinds.
create or replace function followup.place(dossiers bigint[]) returns void language sql as $$
  update followup.dossiers d set asked = now.actor, day = now.day, place = now.key
  from (select k.key as dossier, f.actor, f.day, f.key from followup.dossiers k
    left join mandates.followables f on f.holder = k.holder and f.n = k.n
    where k.key = any(dossiers) and k.kind = 'obligation'
    union all
    select k.key, f.actor, f.day, f.key from followup.dossiers k
    left join submissions.followables f on f.holder = k.holder and f.n = k.n
    where k.key = any(dossiers) and k.kind = 'invitation') now
  where d.key = now.dossier and (d.asked, d.day, d.place) is distinct from (now.actor, now.day, now.key);
  update followup.replies r set asked = d.asked, day = d.day, place = d.place
  from followup.dossiers d
  where d.key = any(dossiers) and r.dossier = d.key
    and (r.asked, r.day, r.place) is distinct from (d.asked, d.day, d.place);
$$;

create function followup.place_invitation() returns trigger language plpgsql as $$
begin
  perform followup.place(array(select d.key from submissions.calls c
    join followup.dossiers d on d.kind = 'invitation' and d.holder = c.id and d.n = new.n where c.key = new.call));
  return null;
end $$;
create trigger placed after update of deadline, stands on submissions.invitations for each row
  when ((old.deadline, old.stands) is distinct from (new.deadline, new.stands))
  execute function followup.place_invitation();

create function followup.place_call() returns trigger language plpgsql as $$
begin
  perform followup.place(array(select key from followup.dossiers where kind = 'invitation' and holder = new.id));
  return null;
end $$;
create trigger placed after update of state on submissions.calls for each row
  when (old.state is distinct from new.state) execute function followup.place_call();
