#ifndef PARLEY_ROW_SUMS_H
#define PARLEY_ROW_SUMS_H

#include <stdint.h>

/// The class with the greatest sum, the first of equal ones, and by how much it beats the second.
typedef struct {
  int32_t place;
  int32_t margin;
} ParleyBestClass;

typedef int8_t parley_bytes __attribute__((vector_size(16), aligned(1)));
typedef int16_t parley_sums __attribute__((vector_size(32)));

#define PARLEY_INLINE static inline __attribute__((always_inline))

/// The greatest sums so far, the greatest but them and the classes of the greatest, of each lane.
typedef struct {
  parley_sums best, second, place;
} parley_ranking;

/// Below every sum, and no further from the greatest than 16 bits tell.
#define PARLEY_NONE ((parley_sums){} + (int16_t)-16384)

PARLEY_INLINE void parley_add(parley_sums *sums, const int8_t *row) {
  *sums += __builtin_convertvector(*(const parley_bytes *)row, parley_sums);
}

PARLEY_INLINE void parley_consider(parley_ranking *ranking, parley_sums sums, int first, int lower, int upper) {
  const parley_sums classes =
      (parley_sums){0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15} + (int16_t)first;
  const parley_sums inside = (classes >= (int16_t)lower) & (classes < (int16_t)upper);
  const parley_sums others = (sums & inside) | (PARLEY_NONE & ~inside);
  const parley_sums better = others > ranking->best;
  ranking->place = (classes & better) | (ranking->place & ~better);
  ranking->second =
      __builtin_elementwise_max(ranking->second, __builtin_elementwise_min(ranking->best, others));
  ranking->best = __builtin_elementwise_max(ranking->best, others);
}

PARLEY_INLINE ParleyBestClass parley_best_class_inline(
    const int8_t *table, uint32_t mask, const uint32_t *features, int count, int lower, int upper) {
  parley_ranking ranking = {PARLEY_NONE, PARLEY_NONE, PARLEY_NONE};
  int first = 0;
  // Of four blocks at a time each row is looked up once.
  for (; upper - first > 48; first += 64) {
    parley_sums a = {}, b = {}, c = {}, d = {};
    for (int k = 0; k < count; k++) {
      const int8_t *row = table + (features[k] & mask) + first;
      parley_add(&a, row);
      parley_add(&b, row + 16);
      parley_add(&c, row + 32);
      parley_add(&d, row + 48);
    }
    parley_consider(&ranking, a, first, lower, upper);
    parley_consider(&ranking, b, first + 16, lower, upper);
    parley_consider(&ranking, c, first + 32, lower, upper);
    parley_consider(&ranking, d, first + 48, lower, upper);
  }
  for (; upper - first > 16; first += 32) {
    parley_sums a = {}, b = {};
    for (int k = 0; k < count; k++) {
      const int8_t *row = table + (features[k] & mask) + first;
      parley_add(&a, row);
      parley_add(&b, row + 16);
    }
    parley_consider(&ranking, a, first, lower, upper);
    parley_consider(&ranking, b, first + 16, lower, upper);
  }
  if (upper > first) {
    parley_sums a = {};
    for (int k = 0; k < count; k++) parley_add(&a, table + (features[k] & mask) + first);
    parley_consider(&ranking, a, first, lower, upper);
  }
  const int16_t greatest = __builtin_reduce_max(ranking.best);
  const parley_sums is_greatest = ranking.best == greatest;
  const int16_t place = __builtin_reduce_min((ranking.place & is_greatest) | (~is_greatest & INT16_MAX));
  const parley_sums is_chosen = ranking.place == place;
  const parley_sums others = (ranking.best & ~is_chosen) | (PARLEY_NONE & is_chosen);
  const int16_t second = __builtin_reduce_max(__builtin_elementwise_max(ranking.second, others));
  return (ParleyBestClass){place, (int32_t)greatest - second};
}

#if defined(__x86_64__)
/// On processors that add 32 bytes at once.
__attribute__((target("avx2"), noinline)) static ParleyBestClass parley_best_class_avx2(
    const int8_t *table, uint32_t mask, const uint32_t *features, int count, int lower, int upper) {
  return parley_best_class_inline(table, mask, features, count, lower, upper);
}
#endif

/// Of the sums of the rows of `count` features over classes, the greatest of those from `lower` up to `upper`.
PARLEY_INLINE ParleyBestClass parley_best_class(
    const int8_t *table, uint32_t mask, const uint32_t *features, int count, int lower, int upper) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return parley_best_class_avx2(table, mask, features, count, lower, upper);
#endif
  return parley_best_class_inline(table, mask, features, count, lower, upper);
}

#undef PARLEY_INLINE

#endif
