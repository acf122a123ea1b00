-- For the database administrator: run once, as a superuser, in the database made for the application; running it again
-- changes nothing. Passwords stay out of it: afterwards, ALTER ROLE visio_owner PASSWORD '…' and visio_app likewise.
--
-- visio_owner owns the tables and is used by the migration alone; visio_app reads and writes rows and changes no table.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'visio_owner') THEN
        CREATE ROLE visio_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'visio_app') THEN
        CREATE ROLE visio_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    END IF;

    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO visio_owner, visio_app', current_database());
    EXECUTE format('ALTER ROLE visio_owner IN DATABASE %I SET search_path = visio', current_database());
    EXECUTE format('ALTER ROLE visio_app IN DATABASE %I SET search_path = visio', current_database());
END
$$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA IF NOT EXISTS visio AUTHORIZATION visio_owner;
GRANT USAGE ON SCHEMA visio TO visio_app;

ALTER DEFAULT PRIVILEGES FOR ROLE visio_owner IN SCHEMA visio
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO visio_app;
ALTER DEFAULT PRIVILEGES FOR ROLE visio_owner IN SCHEMA visio
    GRANT USAGE, SELECT ON SEQUENCES TO visio_app;
