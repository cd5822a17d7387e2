#define _GNU_SOURCE
#include "CNCurses.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int is_utf8(void) {
  const char *codeset = nl_langinfo(CODESET);
  return strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "UTF8") == 0;
}

// The variable that decides about characters, "" when none is set.
static const char *wanted(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "";
}

int rk_locale(int utf8) {
  // Without a locale, wcwidth knows no character beyond ASCII.
  if (!setlocale(LC_ALL, "")) setlocale(LC_ALL, "C");
  if (!is_utf8()) {
    const char *name = wanted();
    int names_utf8 = strcasestr(name, "utf-8") || strcasestr(name, "utf8");
    if (utf8 || *name == 0 || names_utf8) setlocale(LC_CTYPE, "C.UTF-8");
  }
  // A decimal comma would spoil every number written for a machine.
  setlocale(LC_NUMERIC, "C");
  return is_utf8();
}
