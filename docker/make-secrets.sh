#!/usr/bin/env bash
# Makes the secrets that docker/compose.yaml mounts. What is there already stays, so it can be run again after an update.
#   docker/make-secrets.sh [folder]     default: the folder secrets beside this file
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:-$here/secrets}
# Only the owner enters the folder; the programs get each file by itself, under other accounts, so files can be read.
mkdir -p "$folder"
chmod 0700 "$folder"
umask 022

random() { head -c 32 /dev/urandom | od -An -vtx1 | tr -d ' \n'; }
keep() { [[ -e "$folder/$1" ]] || printf '%s' "$2" >"$folder/$1"; }
read_secret() { printf '%s' "$(<"$folder/$1")"; }

for name in secret_key cti_token metrics_token postgres_password postgres_owner_password postgres_app_password postgres_portal_password; do
  keep "$name" "$(random)"
done
keep migration_database_url "postgres://wasl_owner:$(read_secret postgres_owner_password)@postgres:5432/wasl"
keep database_url "postgres://wasl_app:$(read_secret postgres_app_password)@postgres:5432/wasl"
keep portal_database_url "postgres://wasl_portal:$(read_secret postgres_portal_password)@postgres:5432/wasl"

if [[ ! -e "$folder/redis_url" || ! -e "$folder/redis_users" ]]; then
  password=$(random)
  hash=$(printf '%s' "$password" | sha256sum | cut -d ' ' -f 1)
  sed "s/REDIS_PASSWORD_SHA256/$hash/" "$here/redis/users.acl.template" >"$folder/redis_users"
  printf 'redis://wasl:%s@redis:6379/0' "$password" >"$folder/redis_url"
fi

# An empty file is a setting that is not set: write into these what you use.
for name in smtp_out_url imap_url dkim_key messaging_secret oidc_client_secret citizen_oidc_client_secret asterisk_ari_url asterisk_ami_url s3_secret_access_key; do
  keep "$name" ''
done
echo "Secrets are in $folder. Keep a copy of secret_key elsewhere: ticket numbers and the audit trail depend on it."
