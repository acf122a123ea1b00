-- What visio_read sees, for statistics and support: how the service is used, whether messages leave, whether the trail is
-- sealed. No person, number, address or secret; of other tables it sees nothing. A function, so that the owner may call it
-- again where roles.sql made that role later.
CREATE FUNCTION let_read() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'visio_read') THEN
        GRANT SELECT ON figure, purge_register, audit_seal, audit_unsealed, flyway_schema_history TO visio_read;
        GRANT SELECT (id, name, town, finess) ON establishment TO visio_read;
        GRANT SELECT (channel, state, attempts, next_attempt_at, lease_until, expires_at, created_at, state_since,
            settled_at) ON outgoing_message TO visio_read;
    END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION let_read() FROM PUBLIC;
SELECT let_read();
