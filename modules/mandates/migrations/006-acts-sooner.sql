-- As before, looking only at the next few characters: the rest of a long paragraph was copied and taken apart for every
-- row of every list.
create or replace function mandates.act_for_people(paragraph text, action text) returns text
language sql immutable parallel safe as $$
  select case
    when strpos(paragraph, action) > 0
      and substr(paragraph, strpos(paragraph, action) + length(action), 20) ~ '^\s*[[:alnum:](“"]'
    then action || ' …'
    else action
  end
$$;
