#pragma once

#include "CodecShims.h"

/// Writes words into the room for them, and answers -1.
int shim_fail(char *message, const char *words);

/// Writes one plane of samples that came with the library's own width of word into its place in the raster, with the
/// bits above the precision as they have to be.
void shim_write_plane(const shim_raster *raster, const int32_t *plane, uint32_t place, uint8_t *samples);

/// Sets the bits above the precision as they have to be, of samples that are in place.
void shim_extend(const shim_raster *raster, uint8_t *samples);

/// Reads one plane as the library's own width of word: of a signed raster the numbers that the patterns mean.
void shim_read_plane(const shim_raster *raster, const uint8_t *samples, uint32_t place, int32_t *plane);
