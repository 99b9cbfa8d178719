#!/bin/bash
# Makes the roles of Wasl when the database is made: an owner that migrates, and two for running processes that read and
# write rows. On a database server of your own run the same statements once, as its administrator.
set -euo pipefail

password() { printf '%s' "$(< "/run/secrets/$1")"; }

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$(password postgres_owner_password)" \
  -v app="$(password postgres_app_password)" \
  -v portal="$(password postgres_portal_password)" <<'SQL'
CREATE ROLE wasl_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner';
CREATE ROLE wasl_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app';
CREATE ROLE wasl_portal LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'portal';
ALTER ROLE wasl_app SET statement_timeout = '60s';
ALTER ROLE wasl_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE wasl_app SET search_path = public, pg_temp;
ALTER ROLE wasl_portal SET statement_timeout = '60s';
ALTER ROLE wasl_portal SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE wasl_portal SET search_path = public, pg_temp;
CREATE DATABASE wasl OWNER wasl_owner;
REVOKE ALL ON DATABASE wasl FROM PUBLIC;
REVOKE ALL ON DATABASE postgres FROM PUBLIC;
REVOKE ALL ON DATABASE template1 FROM PUBLIC;
SQL
