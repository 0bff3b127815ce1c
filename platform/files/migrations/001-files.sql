-- Files kept by their content. The bytes stand in a folder under their SHA-256; a row says that they do. Tables of the
-- modules refer to it, and what nobody refers to is swept.
create schema files;

create table files.files (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  -- As its own bytes say, never as somebody named it.
  type text not null,
  -- Last put, so that one put a moment ago is not swept before anything refers to it.
  kept_at timestamptz not null
);
