#!/bin/sh
# Makes a fresh Debian 12 or Ubuntu 24.04 ready to build oitcheck: names a missing toolchain in one sentence,
# installs missing system packages through apt where it may, and prints the one line to run where it may not.
set -eu

if ! command -v swift >/dev/null 2>&1; then
  echo "oitcheck: ไม่พบ Swift 6.2 ขึ้นไป ติดตั้งจาก https://www.swift.org/install/linux แล้วสั่งใหม่ / no Swift toolchain found: install Swift 6.2 or later from https://www.swift.org/install/linux and try again" >&2
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
set -- ${version:-0 0}
if [ "$1" -lt 6 ] || { [ "$1" -eq 6 ] && [ "$2" -lt 2 ]; }; then
  echo "oitcheck: ต้องใช้ Swift 6.2 ขึ้นไป เครื่องนี้มี $1.$2 / Swift 6.2 or later is needed, this machine has $1.$2" >&2
  exit 1
fi

# What it is built with, and the programs that read PDF, scans and old Office files.
packages="make libxml2-dev libarchive-dev zlib1g-dev libdeflate-dev libidn2-dev libxlsxwriter-dev libcurl4-openssl-dev pkg-config curl poppler-utils libsqlite3-dev"
packages="$packages tesseract-ocr tesseract-ocr-tha catdoc antiword"

missing=""
for package in $packages; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" -eq 0 ]; then
  as=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as="sudo "
else
  echo "oitcheck: ยังขาดแพ็กเกจของระบบ ให้ผู้ดูแลเครื่องสั่ง / system packages are missing; have an administrator run:" >&2
  echo "  apt-get update && $install" >&2
  exit 1
fi
echo "oitcheck: installing$missing" >&2
${as}apt-get update -qq
DEBIAN_FRONTEND=noninteractive ${as}$install >/dev/null
