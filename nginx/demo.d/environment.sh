# The configuration of the programs: what README.md says of production, with this demo's values.

configure() {
    if [ ! -e "$demo/secrets" ]; then (umask 077 && make_secrets >"$demo/secrets"); fi
    set -a
    . "$demo/secrets"
    NEEDME_DEMO=1
    NEEDME_PUBLIC_ORIGIN=$site
    NEEDME_STATIC_DIRECTORY=$house/nginx/static
    NEEDME_DATABASE_SOCKET=$sockets/mariadb.sock
    NEEDME_DATABASE_NAME=needme
    NEEDME_COUNTS_DIRECTORY=$demo/counts
    NEEDME_STRIPE_MODE=test
    NEEDME_STRIPE_CLIENT_ID=ca_demo
    NEEDME_STRIPE_BASE_ADDRESS=$simulator
    NEEDME_STRIPE_CA_FILE=$demo/tls/ca.pem
    NEEDME_SMTP_HOST=127.0.0.1
    NEEDME_SMTP_PORT=$mail_port
    NEEDME_SMTP_SECURITY=plain
    NEEDME_MAIL_FROM=needme@needme.example
    operator
    SIMULATOR_STATE_DIRECTORY=$demo/simulator
    SIMULATOR_PUBLIC_ADDRESS=$simulator
    SIMULATOR_SECRET_KEY=$NEEDME_STRIPE_SECRET_KEY
    SIMULATOR_CONNECT_URL=$site/stripe/webhook/connect
    SIMULATOR_CONNECT_SECRET=$NEEDME_STRIPE_WEBHOOK_SECRETS_CONNECT
    SIMULATOR_PLATFORM_URL=$site/stripe/webhook/plateforme
    SIMULATOR_PLATFORM_SECRET=$NEEDME_STRIPE_WEBHOOK_SECRETS_PLATFORM
    SIMULATOR_CA_FILE=$demo/tls/ca.pem
    SIMULATOR_CLIENT_ID=$NEEDME_STRIPE_CLIENT_ID
    SIMULATOR_OAUTH_REDIRECT_URIS=$site/stripe/oauth/retour
    set +a
}

# Who runs the site: nobody, as everybody must see.
operator() {
    NEEDME_OPERATOR_NAME="NeedMe Démonstration (société fictive)"
    NEEDME_OPERATOR_LEGAL_FORM="SAS fictive au capital de 1 €"
    NEEDME_OPERATOR_ADDRESS="1 rue de l’Exemple, 00000 Exempleville"
    NEEDME_OPERATOR_SIREN=000000000
    NEEDME_OPERATOR_REGISTRATION="RCS Exempleville (fictif)"
    NEEDME_OPERATOR_VAT_NUMBER=FR12000000000
    NEEDME_OPERATOR_DIRECTOR="Dominique Exemple (personne fictive)"
    NEEDME_OPERATOR_EMAIL=contact@needme.example
    NEEDME_OPERATOR_PHONE="01 99 00 00 00"
    NEEDME_OPERATOR_HOST_NAME="Hébergeur Exemple (fictif)"
    NEEDME_OPERATOR_HOST_ADDRESS="2 rue de l’Exemple, 00000 Exempleville"
    NEEDME_OPERATOR_HOST_PHONE="01 99 00 00 01"
    NEEDME_OPERATOR_MAIL_CARRIER="Messagerie Exemple (fictive)"
}

make_secrets() {
    local role
    for role in DASHBOARD PUBLIC STRIPE WEBHOOK WORK; do echo "NEEDME_DATABASE_PASSWORD_$role=$(openssl rand -hex 24)"; done
    echo "NEEDME_STRIPE_SECRET_KEY=sk_test_$(openssl rand -hex 24)"
    echo "NEEDME_STRIPE_WEBHOOK_SECRETS_CONNECT=whsec_$(openssl rand -hex 24)"
    echo "NEEDME_STRIPE_WEBHOOK_SECRETS_PLATFORM=whsec_$(openssl rand -hex 24)"
}

# Runs a command with a role's account of the database, with the administrator's, or with nobody's.
as() {
    local role=$1 password=NEEDME_DATABASE_PASSWORD_${1^^}
    shift
    case $role in
        nobody) "$@" ;;
        administrator) NEEDME_DATABASE_USER=$(id -un) NEEDME_DATABASE_PASSWORD='' "$@" ;;
        *) NEEDME_DATABASE_USER=needme_$role NEEDME_DATABASE_PASSWORD=${!password} "$@" ;;
    esac
}
