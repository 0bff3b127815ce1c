-- Letters that are done with and still hold their words and their recipient.
create index outbox_worded on mail.outbox ((coalesce(sent_at, failed_at))) where recipient <> '';
