-- What the worker gave up is counted without reading what it has done.
ALTER TABLE outbox
    ADD given_up_at DATETIME(6) AS (IF(last_error IS NULL, NULL, done_at)) PERSISTENT,
    ADD KEY given_up_errands (given_up_at, kind);
