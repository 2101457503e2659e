#include "Raster.h"

#include <stdio.h>

size_t shim_raster_length(const shim_raster *raster) {
    return (size_t)raster->columns * raster->rows * raster->samples_per_pixel * raster->sample_bytes;
}

int shim_fail(char *message, const char *words) {
    snprintf(message, SHIM_MESSAGE_LENGTH, "%s", words);
    return -1;
}

/// The value of the lowest bits of a pattern: two's complement of a signed raster.
static inline int32_t value(int32_t pattern, unsigned free, bool is_signed) {
    uint32_t high = (uint32_t)pattern << free;
    return is_signed ? (int32_t)high >> free : (int32_t)(high >> free);
}

void shim_write_plane(const shim_raster *raster, const int32_t *plane, uint32_t place, uint8_t *samples) {
    const size_t count = (size_t)raster->columns * raster->rows;
    const uint32_t step = raster->samples_per_pixel;
    const unsigned free = 32 - raster->precision;
    const bool is_signed = raster->is_signed;
    if (raster->sample_bytes == 1) {
        for (size_t i = 0; i < count; i++) samples[i * step + place] = (uint8_t)value(plane[i], free, is_signed);
    } else if (raster->sample_bytes == 2) {
        uint16_t *words = (uint16_t *)samples;
        for (size_t i = 0; i < count; i++) words[i * step + place] = (uint16_t)value(plane[i], free, is_signed);
    } else {
        int32_t *words = (int32_t *)samples;
        for (size_t i = 0; i < count; i++) words[i * step + place] = value(plane[i], free, is_signed);
    }
}

void shim_extend(const shim_raster *raster, uint8_t *samples) {
    if (!raster->is_signed || raster->precision == 8 * raster->sample_bytes) return;
    const size_t count = (size_t)raster->columns * raster->rows * raster->samples_per_pixel;
    const unsigned free = 32 - raster->precision;
    if (raster->sample_bytes == 1) {
        for (size_t i = 0; i < count; i++) samples[i] = (uint8_t)value(samples[i], free, true);
    } else {
        uint16_t *words = (uint16_t *)samples;
        for (size_t i = 0; i < count; i++) words[i] = (uint16_t)value(words[i], free, true);
    }
}

void shim_read_plane(const shim_raster *raster, const uint8_t *samples, uint32_t place, int32_t *plane) {
    const size_t count = (size_t)raster->columns * raster->rows;
    const uint32_t step = raster->samples_per_pixel;
    const unsigned free = 32 - raster->precision;
    const bool is_signed = raster->is_signed;
    if (raster->sample_bytes == 1) {
        for (size_t i = 0; i < count; i++) plane[i] = value(samples[i * step + place], free, is_signed);
    } else {
        const uint16_t *words = (const uint16_t *)samples;
        for (size_t i = 0; i < count; i++) plane[i] = value(words[i * step + place], free, is_signed);
    }
}
