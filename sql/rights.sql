-- Run by the application at each start, after the migrations, under the role of the tables' owner: rights that must hold
-- whatever came before. A restore by hand, for one, gives new tables the rights of roles.sql, the audit trail's among them.
DO $$
BEGIN
    -- Two nodes may start at once.
    PERFORM pg_advisory_xact_lock(hashtext('rights'));

    -- The application adds events, without choosing their numbers, and signatures; it changes nothing that happened.
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'visio_app') THEN
        REVOKE ALL ON flyway_schema_history FROM visio_app;
        REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_event, audit_unsealed, audit_seal FROM visio_app;
        GRANT INSERT (at, action, actor, subject, address, result) ON audit_event TO visio_app;
        REVOKE UPDATE, DELETE, TRUNCATE ON audit_seal_signature, purge_register FROM visio_app;
    END IF;

    -- Statistics and support see how the service is used, whether messages leave, whether the trail is sealed: no person,
    -- number, address or secret, and of other tables nothing.
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'visio_read') THEN
        GRANT SELECT ON figure, purge_register, audit_seal, audit_unsealed, flyway_schema_history TO visio_read;
        GRANT SELECT (id, name, town, finess) ON establishment TO visio_read;
        GRANT SELECT (channel, state, attempts, next_attempt_at, lease_until, expires_at, created_at, state_since,
            settled_at) ON outgoing_message TO visio_read;
    END IF;
END
$$;
