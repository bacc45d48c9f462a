#ifndef PARLEY_PREFETCH_H
#define PARLEY_PREFETCH_H

/// Asks the processor to fetch the memory at an address that will soon be read. The address need not be valid.
static inline void parley_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
