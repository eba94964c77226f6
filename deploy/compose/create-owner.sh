#!/bin/sh
# Runs once, on an empty server: an owner who is no superuser, because row-level security does not bind superusers.
set -eu
psql --username "${POSTGRES_USER:-postgres}" --set=ON_ERROR_STOP=1 --set=password="$COBRO_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE cobro LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE cobro OWNER cobro;
SQL
