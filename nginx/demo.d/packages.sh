# Debian packages: what is missing is installed, by sudo where the user is not root.

say() { echo "• $*"; }

die() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# The C libraries that Package.swift names, for the compiler.
libraries() {
    echo pkg-config
    sed -n 's/.*apt: "\([^"]*\)".*/\1/p' "$house/Package.swift"
}

# The fonts and the colour profile that documents are made of; Sources/PDF/MaterialFiles.swift names the files.
materials=(fonts-open-sans fonts-dejavu-core fonts-droid-fallback fonts-nanum fonts-tlwg-garuda-ttf fonts-lohit-deva
    fonts-symbola icc-profiles-free)

# What the demo starts, and what the tests ask for beside it.
servers=(nginx mariadb-server-core mariadb-client-core spawn-fcgi multiwatch openssl curl python3-aiosmtpd)
for_swift_tests=(nginx curl spawn-fcgi libfcgi-bin mariadb-server-core mariadb-client-core openssl python3
    python3-aiosmtpd poppler-utils qpdf zbar-tools)
for_documents=(poppler-utils qpdf)
for_browser=(chromium fonts-dejavu-core)
for_production=(debootstrap systemd-container)
for_galera=(mariadb-server galera-4 rsync nginx spawn-fcgi multiwatch openssl)

need_packages() {
    local missing=() package as_root=()
    for package in "$@"; do
        [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
            missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "please have an administrator run: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing Debian packages${as_root[*]:+ (sudo may ask for your password)}: ${missing[*]}"
    "${as_root[@]}" apt-get update -q=2 || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q=2 --no-install-recommends "${missing[@]}" </dev/null >/dev/null ||
        die "Debian could not install ${missing[*]}"
    # Debian starts a server with its package; we only want the program.
    [ -d /run/systemd/system ] || return 0
    if [[ " ${missing[*]} " == *" nginx "* ]]; then "${as_root[@]}" systemctl disable --quiet --now nginx; fi
    if [[ " ${missing[*]} " == *" mariadb-server "* ]]; then "${as_root[@]}" systemctl disable --quiet --now mariadb; fi
}
