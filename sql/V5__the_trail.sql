-- The trail is sealed in batches: each seal covers the events it took and the seal before it, so that nothing is
-- changed or taken away unnoticed. What the application may not do is done here, by functions of the tables' owner.

ALTER TABLE audit_event ADD COLUMN result text NOT NULL DEFAULT 'DONE' CHECK (result IN ('DONE', 'REFUSED'));
UPDATE audit_event SET result = 'REFUSED' WHERE action IN ('PASSWORD_REFUSED', 'CODE_REFUSED', 'JOIN_REFUSED');
CREATE INDEX audit_event_at ON audit_event (at);
CREATE INDEX audit_event_actor ON audit_event (actor, id);
CREATE INDEX audit_event_subject ON audit_event (subject, id);
CREATE INDEX audit_event_address ON audit_event (address, id);

-- A transaction that commits late shows its events late; they wait here for a later seal, and nobody waits for anybody.
CREATE TABLE audit_unsealed (
    id    bigint      PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT now()
);

-- "content" covers the events, "hash" the rest of the row: the chain can be followed after the events are purged.
CREATE TABLE audit_seal (
    number    bigint         PRIMARY KEY CHECK (number > 0),
    events    int8multirange NOT NULL CHECK (NOT isempty(events)),
    content   text           NOT NULL,
    previous  text           NOT NULL,
    sealed_at timestamptz    NOT NULL,
    hash      text           NOT NULL,
    purged_at timestamptz
);
CREATE INDEX audit_seal_kept ON audit_seal (sealed_at) WHERE purged_at IS NULL;

-- Signed by the application under a key that is not in the database, when the seal is set and never again.
CREATE TABLE audit_seal_signature (
    number    bigint      PRIMARY KEY REFERENCES audit_seal,
    signed_at timestamptz NOT NULL,
    signature text        NOT NULL
);

-- One event as the seals know it. Each text goes with its length, so that no two events are written alike.
CREATE FUNCTION audit_line(event audit_event) RETURNS text LANGUAGE sql STABLE
RETURN format('%s %s %s:%s %s:%s %s:%s %s:%s %s:%s',
    event.id, trunc(extract(epoch FROM event.at) * 1000000),
    length(event.action), event.action, length(event.actor), event.actor, length(event.subject), event.subject,
    length(event.address), event.address, length(event.result), event.result);

CREATE FUNCTION audit_hash(number bigint, events int8multirange, content text, previous text, sealed_at timestamptz)
    RETURNS text LANGUAGE sql STABLE
RETURN encode(sha256(convert_to(format('%s %s %s %s %s',
    number, events, content, previous, trunc(extract(epoch FROM sealed_at) * 1000000)), 'UTF8')), 'hex');

CREATE FUNCTION audit_content(lines text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN encode(sha256(convert_to(coalesce(lines, ''), 'UTF8')), 'hex');

-- "3, 7-9", the first twenty groups.
CREATE FUNCTION audit_numbers(events int8multirange) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (SELECT string_agg(
        CASE WHEN place > 20 THEN '…' WHEN upper(r) = lower(r) + 1 THEN lower(r)::text
            ELSE lower(r) || '-' || upper(r) - 1 END, ', ' ORDER BY place)
    FROM unnest(events) WITH ORDINALITY AS few(r, place) WHERE place <= 21);

CREATE FUNCTION await_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = visio, pg_temp AS $$
BEGIN
    INSERT INTO audit_unsealed (id) VALUES (NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER await_seal AFTER INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION await_seal();
INSERT INTO audit_unsealed (id) SELECT id FROM audit_event;

-- Seals what waits, ten thousand events at most. No row if nothing does, or somebody else is sealing.
CREATE FUNCTION seal_audit() RETURNS SETOF audit_seal LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = visio, pg_temp AS $$
DECLARE
    taken  int8multirange;
    before audit_seal;
    new    audit_seal;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('audit seal')) THEN
        RETURN;
    END IF;
    WITH gone AS (
        DELETE FROM audit_unsealed
        WHERE id IN (SELECT id FROM audit_unsealed ORDER BY id LIMIT 10000) RETURNING id)
    SELECT range_agg(int8range(id, id + 1)) INTO taken FROM gone;
    IF taken IS NULL THEN
        RETURN;
    END IF;

    SELECT * INTO before FROM audit_seal ORDER BY number DESC LIMIT 1;
    new.number := coalesce(before.number, 0) + 1;
    new.events := taken;
    SELECT audit_content(string_agg(audit_line(e), E'\n' ORDER BY e.id)) INTO new.content
    FROM unnest(taken) AS r JOIN audit_event e ON e.id >= lower(r) AND e.id < upper(r);
    new.previous := coalesce(before.hash, '');
    new.sealed_at := clock_timestamp();
    new.hash := audit_hash(new.number, new.events, new.content, new.previous, new.sealed_at);
    INSERT INTO audit_seal SELECT new.*;
    RETURN NEXT new;
END
$$;

-- What is wrong with the trail, by kind and seal; no row if nothing is. It reads one state of the tables. "numbers" are
-- those of the events, or of the seals that are missing before this one.
CREATE FUNCTION audit_faults() RETURNS TABLE (fault text, seal bigint, numbers text, at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = visio, pg_temp AS $$
    WITH chain AS (
        SELECT s.*, lag(s.number, 1, 0::bigint) OVER w AS number_before, lag(s.hash, 1, '') OVER w AS hash_before
        FROM audit_seal s WINDOW w AS (ORDER BY s.number)),
    -- Side by side rather than joined: no plan is slow on tables that nobody analyzed yet.
    beside AS (
        SELECT id, max(seal) AS seal, min(at) AS at, max(line) AS line, bool_or(waits) AS waits FROM (
            SELECT id, s.number AS seal, NULL::timestamptz AS at, NULL AS line, false AS waits
            FROM audit_seal s, unnest(s.events) AS r, generate_series(lower(r), upper(r) - 1) AS id
            WHERE s.purged_at IS NULL
            UNION ALL SELECT e.id, NULL, e.at, audit_line(e), false FROM audit_event e
            UNION ALL SELECT u.id, NULL, NULL, NULL, true FROM audit_unsealed u) AS three
        GROUP BY id),
    compared AS (
        SELECT s.number, s.sealed_at, s.content, s.events, b.missing, b.found FROM audit_seal s JOIN (
            SELECT seal, range_agg(int8range(id, id + 1)) FILTER (WHERE line IS NULL) AS missing,
                audit_content(string_agg(line, E'\n' ORDER BY id)) AS found
            FROM beside WHERE seal IS NOT NULL GROUP BY seal) AS b ON b.seal = s.number),
    strays AS (
        SELECT range_agg(int8range(id, id + 1)) AS events, min(at) AS at FROM beside
        WHERE seal IS NULL AND line IS NOT NULL AND NOT waits),
    late AS (
        SELECT range_agg(int8range(id, id + 1)) AS events, min(since) AS at FROM audit_unsealed
        WHERE since < now() - interval '15 minutes')
    SELECT 'SEAL_MISSING', number, audit_numbers(int8multirange(int8range(number_before + 1, number))), sealed_at
        FROM chain WHERE number <> number_before + 1
    UNION ALL
    SELECT 'SEAL_ALTERED', number, audit_numbers(events), sealed_at FROM chain
        WHERE hash <> audit_hash(number, events, content, previous, sealed_at)
    UNION ALL
    SELECT 'CHAIN_BROKEN', number, audit_numbers(events), sealed_at FROM chain
        WHERE number = number_before + 1 AND previous <> hash_before
    UNION ALL
    SELECT 'PURGED_EARLY', number, audit_numbers(events), sealed_at FROM chain
        WHERE purged_at < sealed_at + interval '180 days' OR purged_at > now()
    UNION ALL
    SELECT 'EVENTS_MISSING', number, audit_numbers(missing), sealed_at FROM compared WHERE missing IS NOT NULL
    UNION ALL
    SELECT 'EVENTS_ALTERED', number, audit_numbers(events), sealed_at FROM compared
        WHERE missing IS NULL AND content <> found
    UNION ALL
    SELECT 'EVENTS_FOREIGN', NULL, audit_numbers(events), at FROM strays WHERE events IS NOT NULL
    UNION ALL
    SELECT 'EVENTS_WAITING', NULL, audit_numbers(events), at FROM late WHERE events IS NOT NULL
    ORDER BY 2 NULLS LAST, 1
$$;

-- For the server's console: says in words what is wrong with the trail. The application alone verifies signatures.
CREATE FUNCTION verify_audit() RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = visio, pg_temp AS $$
DECLARE
    one   record;
    wrong integer := 0;
BEGIN
    FOR one IN SELECT f.fault, f.seal, f.numbers, date_trunc('second', f.at) AS at FROM audit_faults() f LOOP
        wrong := wrong + 1;
        RETURN NEXT CASE one.fault
            WHEN 'SEAL_MISSING' THEN format('Missing before seal %s of %s: seals %s.', one.seal, one.at, one.numbers)
            WHEN 'SEAL_ALTERED' THEN format('Altered: seal %s of %s, for events %s.', one.seal, one.at, one.numbers)
            WHEN 'CHAIN_BROKEN' THEN format('Seal %s of %s does not follow from the one before.', one.seal, one.at)
            WHEN 'PURGED_EARLY' THEN
                format('Purged before six months: seal %s of %s, events %s.', one.seal, one.at, one.numbers)
            WHEN 'EVENTS_MISSING' THEN
                format('Missing: events %s, which seal %s of %s covers.', one.numbers, one.seal, one.at)
            WHEN 'EVENTS_ALTERED' THEN
                format('Altered: one or more of events %s, which seal %s of %s covers.', one.numbers, one.seal, one.at)
            WHEN 'EVENTS_FOREIGN' THEN
                format('Not from the application: events %s, from %s on, which no seal covers.', one.numbers, one.at)
            WHEN 'EVENTS_WAITING' THEN
                format('Not sealed since %s: events %s. Does the application run?', one.at, one.numbers)
        END;
    END LOOP;
    RETURN NEXT (SELECT format('%s seals%s; %s events, %s of them not sealed yet. %s', count(*),
            ', the last of ' || date_trunc('second', max(sealed_at)), (SELECT count(*) FROM audit_event),
            (SELECT count(*) FROM audit_unsealed),
            CASE wrong WHEN 0 THEN 'Nothing is wrong.' ELSE format('Wrong: %s, listed above.', wrong) END)
        FROM audit_seal);
END
$$;

-- Deletes the events of whole seals that are older; their seals stay. Six months are kept whoever asks.
CREATE FUNCTION purge_audit(kept interval) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = visio, pg_temp AS $$
DECLARE
    erased bigint;
BEGIN
    IF kept IS NULL OR kept < interval '6 months' THEN
        RAISE EXCEPTION 'The trail is kept six months at least.';
    END IF;
    WITH old AS (
        UPDATE audit_seal SET purged_at = now() WHERE purged_at IS NULL AND sealed_at < now() - kept
        RETURNING events),
    gone AS (
        DELETE FROM audit_event e USING old, unnest(old.events) AS r
        WHERE e.id >= lower(r) AND e.id < upper(r) RETURNING 1),
    noted AS (
        INSERT INTO purge_register (at, what, erased, older_than)
        SELECT now(), 'audit trail', count(*), now() - kept FROM gone HAVING count(*) > 0)
    SELECT count(*) INTO erased FROM gone;
    RETURN erased;
END
$$;

REVOKE EXECUTE ON FUNCTION await_seal(), seal_audit(), audit_faults(), verify_audit(), purge_audit(interval)
    FROM PUBLIC;

-- The application adds events, without choosing their numbers, and signatures. It changes nothing, and sets no seal by
-- itself.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'visio_app') THEN
        REVOKE INSERT ON audit_event FROM visio_app;
        GRANT INSERT (at, action, actor, subject, address, result) ON audit_event TO visio_app;
        REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_unsealed, audit_seal FROM visio_app;
        REVOKE UPDATE, DELETE, TRUNCATE ON audit_seal_signature FROM visio_app;
        GRANT EXECUTE ON FUNCTION seal_audit(), audit_faults(), purge_audit(interval) TO visio_app;
    END IF;
END
$$;
