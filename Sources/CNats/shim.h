// The C client of NATS, as Debian's libnats-dev has it.
#include <nats/nats.h>
