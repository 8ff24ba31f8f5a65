#!/usr/bin/env bash
# Sends a file with curl as Moodle does, the parts in its order:
#   upload.sh HUB TOKEN backup|screenshot|mebis COURSE FILE [CURL OPTION]...
# Prints the HTTP status on a line, then the body. SCREENSHOT_NUMBER (default 1) is for screenshots.
set -euo pipefail
[ $# -ge 5 ] || { echo "usage: ${0##*/} HUB TOKEN backup|screenshot|mebis COURSE FILE [CURL OPTION]..." >&2; exit 2; }
hub=$1 token=$2 kind=$3 course=$4 file=$5
shift 5

# Moodle names the part after the place in its own file store, a path without an ending.
stored=/srv/moodledata/filedir/da/39/da39a3ee5e6b4b0d3255bfef95601890afd80709
part="file=@\"${file//\"/\\\"}\";filename=$stored;type=application/octet-stream"
case $kind in
    backup)
        form=(--form-string filetype=backup --form-string "courseid=$course" --form "$part"
            --form-string "token=$token")
        ;;
    screenshot)
        form=(--form-string filetype=screenshot --form "$part" --form-string "courseid=$course"
            --form-string "filename=${file##*/}"
            --form-string "screenshotnumber=${SCREENSHOT_NUMBER:-1}" --form-string "token=$token")
        ;;
    mebis)
        part=${part/octet-stream/vnd.moodle.backup}
        form=(--form "$part" --form-string filetype=backup --form-string "courseid=$course"
            --form-string "token=$token")
        ;;
    *)
        echo "${0##*/}: unknown kind $kind" >&2
        exit 2
        ;;
esac

body=$(mktemp)
trap 'rm -f "$body"' EXIT
curl --silent --show-error --user-agent MoodleBot/1.0 --output "$body" --write-out '%{http_code}\n' \
    "${form[@]}" "$@" "$hub/local/hub/webservice/upload.php"
cat "$body"
