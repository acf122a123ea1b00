-- For the database administrator: run as a superuser in the database made for the application, before its first start and
-- again before each new version. Running it again changes nothing. Plain SQL: psql, or any other tool. Passwords are set
-- apart: see passwords.sql.
--
-- visio_owner   owns the tables; the migration at the application's start, and a restore, work under it.
-- visio_app     is the running application: it reads and writes rows, changes no table, and only adds to the audit trail.
-- visio_read    is for statistics and support: it sees what is about nobody (see rights.sql).
-- visio_backup  reads all tables, for pg_dump, and nothing of other databases.

DO $$
DECLARE
    role text;
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    FOREACH role IN ARRAY ARRAY['visio_owner', 'visio_app', 'visio_read', 'visio_backup'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', role);
        END IF;
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), role);
        EXECUTE format('ALTER ROLE %I IN DATABASE %I SET search_path = visio', role, current_database());
    END LOOP;

    -- Neither takes the application's connections away, nor keeps old rows alive for long.
    ALTER ROLE visio_read CONNECTION LIMIT 5;
    ALTER ROLE visio_backup CONNECTION LIMIT 5;
    EXECUTE format('ALTER ROLE visio_read IN DATABASE %I SET default_transaction_read_only = on', current_database());
    EXECUTE format('ALTER ROLE visio_read IN DATABASE %I SET statement_timeout = ''1min''', current_database());
    EXECUTE format('ALTER ROLE visio_read IN DATABASE %I SET idle_in_transaction_session_timeout = ''1min''',
        current_database());
    EXECUTE format('ALTER ROLE visio_backup IN DATABASE %I SET default_transaction_read_only = on', current_database());

    IF to_regnamespace('public') IS NOT NULL THEN
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    END IF;
END
$$;

CREATE SCHEMA IF NOT EXISTS visio AUTHORIZATION visio_owner;
GRANT USAGE ON SCHEMA visio TO visio_app, visio_read, visio_backup;

ALTER DEFAULT PRIVILEGES FOR ROLE visio_owner IN SCHEMA visio
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO visio_app;
ALTER DEFAULT PRIVILEGES FOR ROLE visio_owner IN SCHEMA visio
    GRANT USAGE, SELECT ON SEQUENCES TO visio_app;
ALTER DEFAULT PRIVILEGES FOR ROLE visio_owner IN SCHEMA visio
    GRANT SELECT ON TABLES TO visio_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE visio_owner IN SCHEMA visio
    GRANT SELECT ON SEQUENCES TO visio_backup;

-- Of tables older than the role.
GRANT SELECT ON ALL TABLES IN SCHEMA visio TO visio_backup;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA visio TO visio_backup;
