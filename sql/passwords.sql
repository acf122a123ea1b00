-- Gives the roles of roles.sql their passwords, for psql 15 or newer, as a superuser. A password comes from a variable of
-- the environment, so that neither the list of processes nor a shell's history shows it; a role whose variable is missing or empty
-- keeps the password that it has. The server writes none of it to its log.

\set ON_ERROR_STOP on
\set ECHO none
\set owner ''
\set app ''
\set read ''
\set backup ''
\getenv owner VISIO_DB_OWNER_PASSWORD
\getenv app VISIO_DB_PASSWORD
\getenv read VISIO_DB_READ_PASSWORD
\getenv backup VISIO_DB_BACKUP_PASSWORD

SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_duration_sample = -1;
SET log_min_error_statement = 'panic';
SET log_transaction_sample_rate = 0;
SET track_activities = off;
SET pg_stat_statements.track_utility = off;
SET pgaudit.log = 'none';
SET password_encryption = 'scram-sha-256';

SELECT :'owner' <> '' AS give_owner, :'app' <> '' AS give_app, :'read' <> '' AS give_read, :'backup' <> '' AS give_backup \gset

\if :give_owner
ALTER ROLE visio_owner PASSWORD :'owner';
\endif
\if :give_app
ALTER ROLE visio_app PASSWORD :'app';
\endif
\if :give_read
ALTER ROLE visio_read PASSWORD :'read';
\endif
\if :give_backup
ALTER ROLE visio_backup PASSWORD :'backup';
\endif
